#include "onrecord/rules/rule_compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "onrecord/rules/rule_errors.h"

namespace onrecord {

bool RuleCompiler::compile(Rule& rule) {
  if (!place(rule)) return false;
  const RuleDefinition& written = rule.definition();
  rule.field_count = type_of(rule).fields.size();
  compile_patterns(rule);
  if (!written.words.empty()) rule.words = names_.lexicon(written.words, {written.at, "words"});
  compile_fields(rule);
  compile_surroundings(rule);
  return true;
}

/// Finds its layer and its type. False where one is missing.
bool RuleCompiler::place(Rule& rule) {
  const RuleDefinition& written = rule.definition();
  const std::optional<std::uint16_t> layer = names_.layer(written.layer, {written.at, "layer"});
  rule.layer = layer.value_or(0);
  rule.emits = names_.type(written.emits, {written.at, "emits"});
  return layer.has_value() && rule.emits != no_type;
}

void RuleCompiler::compile_patterns(Rule& rule) {
  const RuleDefinition& written = rule.definition();
  const std::string_view named = written.anchor.empty() ? rules_.definition().layers[rule.layer].anchor : written.anchor;
  const std::string_view anchor = named == "none" ? std::string_view() : named;
  const bool ignore_case = written.flags.find('i') != std::string::npos;
  for (const PatternText& pattern : written.patterns) compile_pattern(rule, {pattern, written.extended, anchor, vocabulary_of(rule), ignore_case});
}

void RuleCompiler::compile_pattern(Rule& rule, const PatternSource& source) {
  const Type& type = type_of(rule);
  std::optional<ExpandedPattern> expanded = patterns_.expand(source);
  if (!expanded) return;
  CompiledPattern compiled;
  if (expanded->anchored) {
    compiled.anchored = true;
    compiled.anchor = std::move(expanded->anchor);
    if (!expanded->anchor_field.empty()) compiled.anchor_field = patterns_.group_field(type, expanded->anchor_field, source);
    if (!expanded->left.empty()) compiled.left = patterns_.part({"(?:", expanded->left, ")\\z", false}, source, type);
    if (!expanded->right.empty()) compiled.right = patterns_.part({"", expanded->right, "", true}, source, type);
  } else {
    compiled.right = patterns_.part({"", expanded->right, "", false}, source, type);
    if (patterns_.is_known_to_match_empty(compiled.right)) {
      const PatternText& written = source.written;
      reporter_.error({written.at, written.verbatim ? written.text.size() : 1}, rule_error::matches_empty, "the pattern matches the empty string");
    }
  }
  rule.patterns.push_back(std::move(compiled));
}

/// What the rule says of single fields.
void RuleCompiler::compile_fields(Rule& rule) {
  const RuleDefinition& written = rule.definition();
  const Type& type = type_of(rule);
  for (const auto& [name, value] : written.set) compile_setting(rule, name, value);
  for (const std::string& name : written.copy) {
    if (const std::uint32_t field = names_.field(type, name, {written.at, "copy"}); field != no_field) rule.copy.push_back(field);
  }
  compile_filters(rule.refuse, type, written.refuse, {written.at, "not"});
  compile_filters(rule.require, type, written.require, {written.at, "only"});
  for (const LimitDefinition& limit : written.limits) compile_limit(rule, limit);
  for (const auto& [name, cuts] : written.until) compile_until(rule, name, cuts);
}

void RuleCompiler::compile_setting(Rule& rule, const std::string& name, const std::string& value) {
  const Type& type = type_of(rule);
  const NamedBelow where{rule.definition().at, "set"};
  const std::uint32_t field = names_.field(type, name, where);
  if (field == no_field) return;
  const Symbol symbol = value.empty() ? 0 : symbols_.add(value);
  const Field& known = type.fields[field];
  if (known.kind == FieldKind::span) {
    reporter_.error(where, name, rule_error::set_span, fmt::format("'set' gives a word to '{}', which is a span", name));
  } else if (known.kind == FieldKind::choice && std::find(known.choices.begin(), known.choices.end(), symbol) == known.choices.end()) {
    std::vector<std::string> values;
    for (const Symbol choice : known.choices) values.emplace_back(symbols_.word(choice));
    reporter_.error(where, value, rule_error::unknown_value, fmt::format("'{}' is no value of {}.{}", value, type.name, name), did_you_mean(value, values));
  }
  rule.set.emplace_back(field, symbol);
}

/// The name of a unit limits the unit, unless the type has a field of that name.
void RuleCompiler::compile_limit(Rule& rule, const LimitDefinition& limit) {
  const Type& type = type_of(rule);
  const bool is_of_unit = limit.field == rules_.definition().layers[rule.layer].unit && type.field(limit.field) == no_field;
  const std::uint32_t field = is_of_unit ? no_field : names_.field(type, limit.field, {rule.definition().at, "limit"});
  if (is_of_unit || field != no_field) rule.limits.push_back({field, limit.characters, limit.words});
}

void RuleCompiler::compile_until(Rule& rule, const std::string& field, const std::vector<std::string>& names) {
  const NamedBelow where{rule.definition().at, "until"};
  Until until;
  until.field = names_.field(type_of(rule), field, where);
  for (const std::string& name : names) {
    for (const CutDefinition* cut : names_.cuts(name, where)) {
      if (std::optional<Part> part = part_of_cut(*cut, vocabulary_of(rule))) until.cuts.push_back(*std::move(part));
    }
  }
  rule.until.push_back(std::move(until));
}

/// Most cuts are of many rules. What is wrong with one is reported for each of them.
std::optional<Part> RuleCompiler::part_of_cut(const CutDefinition& cut, const ViewVocabulary& vocabulary) {
  const auto known = cuts_.find({&cut, &vocabulary});
  if (known != cuts_.end()) return known->second;
  std::optional<Part> part = compile_cut(cut, vocabulary);
  if (part) cuts_.emplace(std::pair(&cut, &vocabulary), *part);
  return part;
}

/// Only the group `cut` counts; other groups come from fragments that rules share.
std::optional<Part> RuleCompiler::compile_cut(const CutDefinition& cut, const ViewVocabulary& vocabulary) {
  const PatternSource source{cut.pattern, cut.extended, {}, vocabulary};
  const std::optional<ExpandedPattern> expanded = patterns_.expand(source);
  if (!expanded) return std::nullopt;
  Part part = patterns_.part({"", expanded->right, "", false}, source);
  if (part.regex == nullptr) return std::nullopt;
  for (const auto& [name, group] : part.regex->named_groups()) {
    if (name == "cut") part.groups.push_back({group, no_field});
  }
  return part;
}

void RuleCompiler::compile_filters(std::vector<Filter>& filters, const Type& type, const std::vector<FilterDefinition>& written, const NamedBelow& where) {
  for (const FilterDefinition& filter : written) {
    if (std::optional<Filter> compiled = compile_filter(type, filter, where)) filters.push_back(std::move(*compiled));
  }
}

std::optional<Filter> RuleCompiler::compile_filter(const Type& type, const FilterDefinition& written, const NamedBelow& where) {
  Filter filter;
  filter.field = names_.field(type, written.field, where);
  if (filter.field == no_field) return std::nullopt;
  if (!written.lexicon.empty()) {
    filter.lexicon = names_.lexicon(written.lexicon, where, "lexicon:");
    return filter;
  }
  static const ViewVocabulary plain;  // fields are tested as they stand in the folded text; the compiler of patterns keeps its address
  const PatternSource source{written.pattern, false, {}, plain};
  const std::optional<ExpandedPattern> expanded = patterns_.expand(source);
  if (!expanded) return std::nullopt;
  filter.regex = patterns_.regex({"", expanded->right, "", false}, source);
  return filter;
}

/// What must stand around a match, or must not.
void RuleCompiler::compile_surroundings(Rule& rule) {
  const RuleDefinition& written = rule.definition();
  rule.not_left = compile_context(rule, written.not_left, "(?:", ")\\z");
  rule.not_right = compile_context(rule, written.not_right, "\\A(?:", ")");
  rule.after = names_.types(written.after, {written.at, "after"});
  rule.before = names_.types(written.before, {written.at, "before"});
  rule.inside = names_.types(written.inside, {written.at, "inside"});
  rule.outside = names_.types(written.outside, {written.at, "outside"});
  for (const auto& [name, least] : written.amid) {
    if (const TypeId type = names_.type(name, {written.at, "amid"}); type != no_type) rule.amid.emplace_back(type, least);
  }
}

const Regex* RuleCompiler::compile_context(const Rule& rule, const PatternText& written, std::string_view before, std::string_view after) {
  if (written.text.empty()) return nullptr;
  const PatternSource source{written, rule.definition().extended, {}, vocabulary_of(rule)};
  const std::optional<ExpandedPattern> expanded = patterns_.expand(source);
  if (!expanded) return nullptr;
  return patterns_.regex({before, expanded->right, after, false}, source);
}

}  // namespace onrecord
