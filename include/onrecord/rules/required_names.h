#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "onrecord/rules/compile_reporter.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Finds what rules and layers name, and reports names that nothing has, with the nearest that something has. Refers to the rule set at work, whose
/// types and lexicons stand when they are asked for, and to the reporter.
class RequiredNames {
 public:
  RequiredNames(const RuleSet& rules, CompileReporter& reporter);

  /// `no_type` where there is none, which is reported.
  TypeId type(const std::string& name, const NamedBelow& where) const;
  /// The same for several; those that are none are left out.
  std::vector<TypeId> types(const std::vector<std::string>& names, const NamedBelow& where) const;
  /// Null where there is none, which is reported. `prefix`: what stands before the name in the rule file.
  const Lexicon* lexicon(const std::string& name, const NamedBelow& where, std::string_view prefix = {}) const;
  /// The number of a layer; none, reported, where there is none.
  std::optional<std::uint16_t> layer(const std::string& name, const NamedBelow& where) const;
  /// `no_field` where the type has no such field, which is reported.
  std::uint32_t field(const Type& type, const std::string& name, const NamedBelow& where) const;
  /// Those that the name means, each with a pattern: it, or what it is made of. What there is not, and what holds itself, is reported and left out.
  std::vector<const CutDefinition*> cuts(const std::string& name, const NamedBelow& where) const;

 private:
  using CutsAbove = std::vector<std::string_view>;  // those that hold the one at work
  void add_cuts(const std::string& name, const NamedBelow& where, CutsAbove& above, std::vector<const CutDefinition*>& result) const;

  const RuleSet& rules_;
  CompileReporter& reporter_;
  std::unordered_map<std::string_view, const CutDefinition*> cuts_;
};

/// The names of a type's fields.
std::vector<std::string> field_names(const Type& type);

}  // namespace onrecord
