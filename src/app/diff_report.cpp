#include "onrecord/app/diff_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string_view>

#include "onrecord/workbench/test_entry.h"

namespace onrecord {
namespace {

Diagnostic finding(std::string message, const std::string& rule = {}, std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.rule = rule;
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

/// What is too much, as findings for those who judge by machine: a rule's line in the new rules, where it has one.
std::vector<Diagnostic> findings_of(const DiffArguments& arguments, const RecordDifferences& found, const DiffJudgement& judgement, const RuleSet* rules) {
  std::vector<Diagnostic> findings;
  for (const std::string& message : judgement.exceeded) findings.push_back(finding(message));
  const bool any = !arguments.demands.any();
  for (const auto& [id, changes] : found.rules) {
    const bool unapproved = judgement.lacks_approval(id);
    if (!changes.differs() || !(any || unapproved)) continue;
    Diagnostic item = finding(
        fmt::format("{}: records added {}, removed {}, changed {}, now from another rule {}{}", id, changes.count(Change::added),
                    changes.count(Change::removed), changes.count(Change::changed), changes.count(Change::moved), unapproved ? "; nobody approved this" : ""),
        id, unapproved ? "look at the samples; --accept FILE --update approves them" : "");
    for (std::size_t i = 0; rules != nullptr && i < rules->rules().size(); ++i) {
      const RuleDefinition& rule = rules->rules()[i].definition();
      if (rule.id != id) continue;
      const std::string path = path_in_side(new_side(arguments), rule.at.file, rules->definition().files);
      item.file = path.empty() ? rule.at.file : path;
      item.line = rule.at.line;
    }
    findings.push_back(std::move(item));
  }
  return findings;
}

}  // namespace

DiffSide new_side(const DiffArguments& arguments) { return {arguments.after, arguments.before, arguments.on}; }

Report report_of(const DiffArguments& arguments, const DiffSheet& sheet, const RuleSet* rules) {
  Report report;
  report.command = "rules diff";
  report.findings = findings_of(arguments, sheet.found, sheet.judgement, rules);
  report.text_shows_findings = false;
  report.text = diff_text(sheet, is_colored(arguments.report.color));
  report.summary = diff_summary(sheet.found);
  report.details = diff_json(sheet);
  report.counts.emplace_back("documents", sheet.found.documents);
  for (std::size_t i = 0; i < change_count; ++i) report.counts.emplace_back(change_names[i], sheet.found.total(static_cast<Change>(i)));
  return report;
}

std::vector<std::pair<std::string, std::string>> tests_of(const RecordDifferences& found, const RuleSet& before, const RuleSet& after) {
  std::vector<std::pair<std::string, std::string>> tests;
  for (const DiffSample& sample : found.samples) {
    const ComparedRecord& record = sample.shown();
    const std::string head = fmt::format("{}: {} in {}:{}", record.rule, change_names[static_cast<std::size_t>(sample.change)], sample.doc, record.line);
    const auto entry = record.rule.empty() ? std::nullopt : test_entry(sample.after ? after : before, record.rule, sample.context.passages);
    if (entry) tests.emplace_back(head, *entry);
    else if (!record.rule.empty()) tests.emplace_back(head, "# the rule needs more of the article than a test should hold");
  }
  return tests;
}

void print_all_of(const std::string& rule, const ComparedDocument& document) {
  std::vector<DiffSample> all;
  for (const DiffSample& difference : document.differences)
    if (difference.rule == rule || difference.old_rule == rule) all.push_back(difference);
  std::string_view rest = document.after;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (rule_of_record_line(line) != rule) continue;
    DiffSample same;
    same.change = Change::same;
    same.doc = document.doc;
    same.after = read_record_line(line);
    const auto is_this = [&](const DiffSample& other) { return other.after && same.after && *other.after == *same.after; };
    if (same.after && std::none_of(all.begin(), all.end(), is_this)) all.push_back(std::move(same));
  }
  std::stable_sort(all.begin(), all.end(), [](const DiffSample& a, const DiffSample& b) { return a.shown().bytes < b.shown().bytes; });
  std::string text;
  for (const DiffSample& sample : all) text += diff_line(sample);
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

}  // namespace onrecord
