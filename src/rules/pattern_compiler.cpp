#include "onrecord/rules/pattern_compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "onrecord/rules/regex_complaint.h"
#include "onrecord/rules/required_names.h"
#include "onrecord/rules/rule_errors.h"

namespace onrecord {

std::string PatternPart::text() const { return fmt::format("{}{}{}", before, pattern, after); }

PatternCompiler::PatternCompiler(const RuleSetDefinition& definition, const std::vector<std::unique_ptr<Lexicon>>& lexicons, const CompileOptions& options,
                                 CompileReporter& reporter)
    : options_(options), reporter_(reporter) {
  for (const FragmentDefinition& fragment : definition.fragments) fragments_.emplace(fragment.name, &fragment);
  for (const std::unique_ptr<Lexicon>& lexicon : lexicons) lexicons_.emplace(lexicon->name(), lexicon.get());
}

std::optional<ExpandedPattern> PatternCompiler::expand(const PatternSource& source) {
  Diagnostics found;
  ExpandedPattern expanded = PatternExpander(fragments_, lexicons_, source.vocabulary, expanded_).expand(source.written, source.extended, source.anchor, found);
  for (const Diagnostic& item : found.items()) reporter_.add(item);
  return found.has_errors() ? std::nullopt : std::optional(std::move(expanded));
}

std::optional<Regex> PatternCompiler::compile(const PatternPart& written, const PatternSource& source) {
  const std::string text = written.text();
  if (std::optional<Regex> known = options_.known.find(text, source.ignore_case)) return known;
  if (options_.patterns == PatternCompilation::when_used) return Regex::known(text, source.ignore_case);
  RegexError problem;
  std::optional<Regex> regex = Regex::compile(text, source.ignore_case, problem);
  if (!regex) report_refusal(problem, text, written, source);
  return regex;
}

const Regex* PatternCompiler::regex(const PatternPart& written, const PatternSource& source) {
  std::optional<Regex> compiled = compile(written, source);
  if (!compiled) return nullptr;
  others_.push_back(std::make_unique<Regex>(*std::move(compiled)));
  return others_.back().get();
}

std::vector<std::unique_ptr<Regex>> PatternCompiler::take_regexes() {
  std::move(others_.begin(), others_.end(), std::back_inserter(regexes_));
  return std::move(regexes_);
}

std::optional<std::uint32_t> PatternCompiler::number_of(const PatternPart& written, const PatternSource& source) {
  const std::string key = (source.ignore_case ? "i" : "c") + written.text();
  if (const auto known = numbers_.find(key); known != numbers_.end()) return known->second;
  std::optional<Regex> compiled = compile(written, source);
  if (!compiled) return std::nullopt;
  const auto number = static_cast<std::uint32_t>(regexes_.size());
  regexes_.push_back(std::make_unique<Regex>(std::move(*compiled)));
  numbers_.emplace(key, number);
  return number;
}

Part PatternCompiler::part(const PatternPart& written, const PatternSource& source) {
  Part part;
  const std::optional<std::uint32_t> number = number_of(written, source);
  if (!number) return part;
  part.number = *number;
  part.regex = regexes_[part.number].get();
  part.needs = needs_.number_of(*part.regex, source.vocabulary);
  return part;
}

Part PatternCompiler::part(const PatternPart& written, const PatternSource& source, const Type& type) {
  Part result = part(written, source);
  if (result.regex == nullptr) return result;
  for (const auto& [name, group] : result.regex->named_groups()) {
    if (name == "span") {
      result.groups.push_back({group, no_field});
    } else if (const std::uint32_t field = group_field(type, name, source); field != no_field) {
      result.groups.push_back({group, field});
    }
  }
  return result;
}

std::uint32_t PatternCompiler::group_field(const Type& type, const std::string& name, const PatternSource& source) {
  const std::uint32_t field = type.field(name);
  if (field != no_field) return field;
  Diagnostic diagnostic;
  diagnostic.code = rule_error::unknown_field;
  diagnostic.message = fmt::format("type '{}' has no field '{}'", type.name, name);
  diagnostic.hint = did_you_mean(name, field_names(type));
  point_at_group(diagnostic, trace_of(source), source.written, name);
  reporter_.add(std::move(diagnostic));
  return no_field;
}

bool PatternCompiler::is_known_to_match_empty(const Part& part) const {
  return options_.patterns == PatternCompilation::at_once && part.regex != nullptr && part.regex->matches_empty();
}

/// How the pattern was expanded; errors of its expansion were reported before.
PatternTrace PatternCompiler::trace_of(const PatternSource& source) const {
  PatternTrace trace;
  Diagnostics ignored;
  PatternExpander(fragments_, lexicons_, source.vocabulary).expand(source.written, source.extended, source.anchor, ignored, &trace);
  return trace;
}

void PatternCompiler::report_refusal(const RegexError& problem, const std::string& text, const PatternPart& written, const PatternSource& source) {
  const std::size_t offset = offset_of_complaint(text, problem);
  Diagnostic diagnostic;
  diagnostic.code = rule_error::bad_pattern;
  diagnostic.message = fmt::format("regex: {}", problem.message);
  diagnostic.hint = hint_for_complaint(problem);
  if (offset == std::string::npos || offset < written.before.size()) {
    point_at(diagnostic, {&source.written, 0, 1}, {});
  } else {
    point_into(diagnostic, trace_of(source), written.right, offset - written.before.size(), problem.piece.size());
  }
  reporter_.add(std::move(diagnostic));
}

}  // namespace onrecord
