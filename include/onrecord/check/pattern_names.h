#pragma once

#include <map>
#include <set>
#include <string>

#include "onrecord/rules/definition.h"

namespace onrecord {

/// Tells which names patterns lead to: those of fragments, lexicons and types, which share the braces.
class PatternNames {
 public:
  /// Patterns may name the fragments of `definition`, to which nothing here refers later.
  explicit PatternNames(const RuleSetDefinition& definition);

  /// The names in the braces of a pattern, and in the fragments that it leads to.
  std::set<std::string> in(const PatternText& pattern, bool extended) const;

 private:
  std::map<std::string, std::set<std::string>> in_fragments_;  // by name of the fragment: the names in its own braces
};

}  // namespace onrecord
