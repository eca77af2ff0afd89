#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/value_places.h"

namespace onrecord {

/// Where rules name something: below a key of the table that a place was taken from. Refers to both.
struct NamedBelow {
  const Place& table;
  std::string_view key;
};

/// Reports what is wrong in rules while they are compiled. Refers to the files and the diagnostics.
class CompileReporter {
 public:
  CompileReporter(const std::vector<RuleFile>& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  /// What is reported from here on is about the rule `id`; where it is empty, about none.
  void set_rule(std::string id) { rule_ = std::move(id); }

  /// As it is, but for the rule that it is about.
  void add(Diagnostic diagnostic);
  /// At what stands at the place.
  void error(const ValuePlace& place, std::string code, std::string message, std::string hint = {});
  /// At the word as it stands below the key.
  void error(const NamedBelow& where, std::string_view word, std::string code, std::string message, std::string hint = {});

 private:
  const std::vector<RuleFile>& files_;
  Diagnostics& diagnostics_;
  std::string rule_;
};

}  // namespace onrecord
