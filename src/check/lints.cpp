#include "onrecord/check/lints.h"

namespace onrecord {

std::vector<UsedPattern> all_patterns(const RuleSetDefinition& definition) {
  std::vector<UsedPattern> all;
  for (const FragmentDefinition& fragment : definition.fragments) {
    const bool extended = fragment.pattern.text.find('\n') != std::string::npos;
    all.push_back({&fragment.pattern, PatternUse::fragment, extended, {}});
  }
  for (const CutDefinition& cut : definition.cuts) {
    if (cut.cuts.empty()) all.push_back({&cut.pattern, PatternUse::cut, cut.extended, {}});
  }
  for (const RuleDefinition& rule : definition.rules) {
    for (const PatternText& pattern : rule.patterns) all.push_back({&pattern, PatternUse::match, rule.extended, rule.id});
    for (const auto* filters : {&rule.refuse, &rule.require}) {
      for (const FilterDefinition& filter : *filters) {
        if (filter.lexicon.empty()) all.push_back({&filter.pattern, PatternUse::filter, false, rule.id});
      }
    }
    if (!rule.not_left.text.empty()) all.push_back({&rule.not_left, PatternUse::left, rule.extended, rule.id});
    if (!rule.not_right.text.empty()) all.push_back({&rule.not_right, PatternUse::right, rule.extended, rule.id});
  }
  return all;
}

void add_finding(Diagnostics& found, const std::string& rule, const Place& at, std::size_t width, std::string code, std::string message, std::string hint,
                 std::vector<Note> notes) {
  Diagnostic finding;
  finding.severity = code.starts_with('E') ? Severity::error : Severity::warning;
  finding.code = std::move(code);
  finding.file = at.file;
  finding.line = at.line;
  finding.column = at.column;
  finding.width = static_cast<std::uint32_t>(width);
  finding.message = std::move(message);
  finding.hint = std::move(hint);
  finding.rule = rule;
  finding.notes = std::move(notes);
  found.add(std::move(finding));
}

void add_finding(Diagnostics& found, const UsedPattern& used, std::size_t begin, std::size_t end, std::string code, std::string message, std::string hint) {
  const std::string_view meant = std::string_view(used.pattern->text).substr(begin, end - begin);
  const std::size_t width = used.pattern->verbatim ? meant.substr(0, meant.find('\n')).size() : 1;
  add_finding(found, used.rule, used.pattern->place_of(begin), width, std::move(code), std::move(message), std::move(hint));
}

}  // namespace onrecord
