#pragma once

#include <mutex>
#include <vector>

#include "onrecord/rules/definition.h"

namespace onrecord {

/// What the rule files of a rule set say, as written. Safe to use from several threads.
class WrittenRules {
 public:
  explicit WrittenRules(RuleSetDefinition definition) : definition_(std::move(definition)) {}
  /// For rules that have been checked: `files` is called, and what it returns is read, when somebody asks.
  explicit WrittenRules(std::vector<RuleFile> (*files)()) : files_(files) {}

  /// Read at the first call, where it was not given.
  const RuleSetDefinition& definition() const;

 private:
  std::vector<RuleFile> (*files_)() = nullptr;
  mutable std::once_flag read_once_;
  mutable RuleSetDefinition definition_;
};

}  // namespace onrecord
