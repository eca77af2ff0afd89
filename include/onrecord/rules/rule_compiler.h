#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/rules/compile_reporter.h"
#include "onrecord/rules/pattern_compiler.h"
#include "onrecord/rules/required_names.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/rules/word_table.h"

namespace onrecord {

/// Compiles one rule after the other: patterns, constants, and the conditions under which a match counts. Refers to all that it is made of; the types,
/// layers and lexicons of `rules` must stand.
class RuleCompiler {
 public:
  RuleCompiler(const RuleSet& rules, const RequiredNames& names, PatternCompiler& patterns, WordTableBuilder& symbols, CompileReporter& reporter)
      : rules_(rules), names_(names), patterns_(patterns), symbols_(symbols), reporter_(reporter) {}

  /// Takes a rule that knows its definition. False where its layer or its type is missing: then nothing else of it is compiled. All that is wrong is
  /// reported.
  bool compile(Rule& rule);

 private:
  bool place(Rule& rule);
  void compile_patterns(Rule& rule);
  void compile_pattern(Rule& rule, const PatternSource& source);
  void compile_fields(Rule& rule);
  void compile_setting(Rule& rule, const std::string& name, const std::string& value);
  void compile_limit(Rule& rule, const LimitDefinition& limit);
  void compile_until(Rule& rule, const std::string& field, const std::vector<std::string>& names);
  std::optional<Part> part_of_cut(const CutDefinition& cut, const ViewVocabulary& vocabulary);
  std::optional<Part> compile_cut(const CutDefinition& cut, const ViewVocabulary& vocabulary);
  void compile_filters(std::vector<Filter>& filters, const Type& type, const std::vector<FilterDefinition>& written, const NamedBelow& where);
  std::optional<Filter> compile_filter(const Type& type, const FilterDefinition& written, const NamedBelow& where);
  void compile_surroundings(Rule& rule);
  const Regex* compile_context(const Rule& rule, const PatternText& written, std::string_view before, std::string_view after);

  const Type& type_of(const Rule& rule) const { return rules_.types()[rule.emits]; }
  const ViewVocabulary& vocabulary_of(const Rule& rule) const { return rules_.layers()[rule.layer].vocabulary; }

  const RuleSet& rules_;
  const RequiredNames& names_;
  PatternCompiler& patterns_;
  WordTableBuilder& symbols_;
  CompileReporter& reporter_;
  std::map<std::pair<const CutDefinition*, const ViewVocabulary*>, Part> cuts_;  // those without an error
};

}  // namespace onrecord
