#include "onrecord/workbench/rule_cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "onrecord/base/digest.h"
#include "onrecord/check/test_fields.h"
#include "onrecord/extract/extract.h"
#include "onrecord/rules/rule_reader.h"
#include "onrecord/rules/rule_schema.h"
#include "onrecord/workbench/found_fields.h"
#include "onrecord/workbench/rule_tests.h"

namespace onrecord {
namespace {

constexpr KeySchema file_keys[] = {{"case", Shape::tables, true, "[[case]]: an article and records of it"}};
constexpr KeySchema case_keys[] = {
    {"name", Shape::text, true, "what it shows"},
    {"text", Shape::text, true, "the article"},
    {"expect", Shape::tables, true, "FIELD = \"text\" for each record; `rule` is the id of the one that makes it"},
    {"complete", Shape::boolean, false, "true: there are no other records"},
    {"todo", Shape::text, false, "why it is known to fail"},
};
constexpr TableSchema file_schema{"a file of cases", file_keys};
constexpr TableSchema case_schema{"a case", case_keys};

std::size_t equal_fields(const Settings& want, const Settings& got) {
  return static_cast<std::size_t>(std::count_if(want.begin(), want.end(), [&](const auto& field) {
    return field.first != "type" && field.first != "rule" && std::find(got.begin(), got.end(), field) != got.end();
  }));
}

std::vector<Settings> records_of(const RuleSet& rules, const std::string& text) {
  std::vector<Settings> records;
  for (const Record& record : extract(rules, text, sha256_hex(text), {.terms = true}).records) {
    Settings fields = fields_of(record);
    if (fields.empty()) continue;
    fields.emplace_back("rule", rule_of(record));
    records.push_back(std::move(fields));
  }
  return records;
}

/// Takes each expected record's own out of `got`; those that have none go with what is most like them, or stay alone.
std::vector<RuleTestFinding> compare(std::vector<Settings> want, std::vector<Settings> got, bool complete) {
  take_what_fits(want, got, false);
  std::vector<RuleTestFinding> findings;
  for (const Settings& wanted : want) {
    const auto nearest_record =
        std::max_element(got.begin(), got.end(), [&](const Settings& a, const Settings& b) { return equal_fields(wanted, a) < equal_fields(wanted, b); });
    if (nearest_record == got.end() || equal_fields(wanted, *nearest_record) == 0) {
      findings.push_back({RuleTestFinding::Kind::missing, shown_fields(wanted), {}});
      continue;
    }
    findings.push_back(test_difference(wanted, *nearest_record, false));
    got.erase(nearest_record);
  }
  if (complete)
    for (const Settings& record : got) findings.push_back({RuleTestFinding::Kind::noisy, {}, shown_fields(record)});
  return findings;
}

TestResult run_case(const RuleSet& rules, const RuleCase& written) {
  TestResult result;
  result.suite = "case";
  result.name = written.name;
  result.file = written.test.at.file;
  result.line = written.test.at.line;
  result.column = written.test.at.column;
  const auto findings = compare(written.test.expect, records_of(rules, written.test.text), written.test.exact);
  const bool todo = !written.test.todo.empty();
  if (findings.empty()) {
    if (todo) result.message = fmt::format("passes, though it is marked as todo: {}", written.test.todo);
    return result;
  }
  result.outcome = todo ? TestOutcome::skipped : TestOutcome::failed;
  result.message = todo ? written.test.todo : summary_of(findings);
  result.details = fmt::format("  case     {}\n", written.name);
  for (const RuleTestFinding& finding : findings) result.details += shown_finding(finding);
  return result;
}

/// Each expected record may name the rule that makes it; all else must be fields of records.
void check_fields(const TomlValue& record, Settings expected, const RuleSetDefinition& rules, RuleReporter& reporter) {
  std::erase_if(expected, [](const auto& field) { return field.first == "rule"; });
  const std::optional<WrongField> wrong = wrong_field(rules, expected, fields_of_any_record(rules));
  if (!wrong) return;
  const bool is_kind = std::none_of(record.entries.begin(), record.entries.end(), [&](const TomlEntry& entry) { return entry.key == wrong->word; });
  const auto entry = std::find_if(record.entries.begin(), record.entries.end(), [&](const TomlEntry& e) { return e.key == (is_kind ? "type" : wrong->word); });
  reporter.error(wrong->code, is_kind ? entry->value.at : entry->at, is_kind ? entry->value.width : entry->width, wrong->message, wrong->hint);
}

Settings read_record(const TomlValue& record, const RuleSetDefinition& rules, RuleReporter& reporter) {
  Settings expected = read_expected(record, reporter);
  check_fields(record, expected, rules, reporter);
  return expected;
}

}  // namespace

std::vector<RuleCase> read_rule_cases(const std::vector<RuleFile>& files, const RuleSetDefinition& rules, Diagnostics& diagnostics) {
  std::vector<RuleCase> cases;
  RuleReporter reporter(files, diagnostics);
  for (const RuleFile& file : files) {
    const std::optional<TomlValue> root = file.path.ends_with(".toml") ? read_toml(file, reporter) : std::nullopt;
    if (!root) continue;
    check_table(*root, file_schema, reporter);
    for (const TomlValue* table : tables_at(*root, "case")) {
      check_table(*table, case_schema, reporter);
      RuleCase written{text_at(*table, "name"), {}};
      written.test.text = text_at(*table, "text");
      for (const TomlValue* record : tables_at(*table, "expect")) written.test.expect.push_back(read_record(*record, rules, reporter));
      written.test.exact = flag_at(*table, "complete");
      written.test.todo = text_at(*table, "todo");
      written.test.at = table->at;
      cases.push_back(std::move(written));
    }
  }
  return cases;
}

std::vector<TestResult> run_rule_cases(const RuleSet& rules, const std::vector<RuleCase>& cases, const std::function<bool(const std::string&)>& selects) {
  std::vector<TestResult> results;
  for (const RuleCase& written : cases)
    if (selects("case/" + written.name)) results.push_back(run_case(rules, written));
  return results;
}

}  // namespace onrecord
