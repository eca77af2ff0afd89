#include "onrecord/workbench/rule_tests.h"

#include <fmt/format.h>

#include <algorithm>

#include "onrecord/base/digest.h"
#include "onrecord/extract/analyze.h"
#include "onrecord/extract/extract.h"
#include "onrecord/workbench/found_fields.h"
#include "onrecord/workbench/why_not.h"

namespace onrecord {
namespace {

const std::string* find(const Settings& fields, const std::string& name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? nullptr : &found->second;
}

std::vector<RuleTestFinding> compare(std::vector<Settings> want, std::vector<Settings> got, bool exact) {
  take_what_fits(want, got, exact);
  std::vector<RuleTestFinding> findings;
  const std::size_t pairs = std::min(want.size(), got.size());
  for (std::size_t i = 0; i < pairs; ++i) findings.push_back(test_difference(want[i], got[i], exact));
  for (std::size_t i = pairs; i < want.size(); ++i) findings.push_back({RuleTestFinding::Kind::missing, shown_fields(want[i]), {}});
  for (std::size_t i = pairs; i < got.size(); ++i) findings.push_back({RuleTestFinding::Kind::noisy, {}, shown_fields(got[i])});
  return findings;
}

/// What the pipeline made of a test's text: of the rule itself, and of others.
struct Made {
  std::vector<Settings> by_rule;
  std::vector<std::string> by_others;
};

Made annotations_made(const RuleSet& rules, const Rule& rule, const RuleTest& test) {
  const Analysis analysis = analyze(rules, test.text, {});
  Made made;
  for (const std::uint32_t index : analysis.annotations.of(rule.emits)) {
    const RuleId maker = analysis.annotations.at(index).rule;
    Settings fields = fields_of(rules, analysis, index);
    if (maker == rule.id) made.by_rule.push_back(std::move(fields));
    else if (maker != no_rule) made.by_others.push_back(rules.rules()[maker].name + ": " + shown_fields(fields));
  }
  return made;
}

Made records_made(const RuleSet& rules, const Rule& rule, const RuleTest& test) {
  const Extraction extraction = extract(rules, test.text, sha256_hex(test.text), {.terms = true});
  Made made;
  for (const Record& record : extraction.records) {
    const std::string& maker = rule_of(record);
    Settings fields = fields_of(record);
    if (maker == rule.name) made.by_rule.push_back(std::move(fields));
    else if (!maker.empty()) made.by_others.push_back(maker + ": " + shown_fields(fields));
  }
  return made;
}

bool is_about_records(const RuleTest& test) {
  return std::any_of(test.expect.begin(), test.expect.end(), [](const Settings& fields) { return find(fields, "type") != nullptr; });
}

}  // namespace

std::string shown_fields(const Settings& fields) {
  std::string text;
  for (const auto& [name, value] : fields) text += fmt::format("{}{} = \"{}\"", text.empty() ? "" : ", ", name, value);
  return text.empty() ? "something" : text;
}

bool fits_test(const Settings& want, const Settings& got, bool exact) {
  const bool listed_fit = std::all_of(want.begin(), want.end(), [&](const auto& field) {
    const std::string* value = find(got, field.first);
    return value == nullptr ? field.second.empty() : *value == field.second;
  });
  return listed_fit &&
         (!exact || std::all_of(got.begin(), got.end(), [&](const auto& field) { return field.first == "span" || find(want, field.first) != nullptr; }));
}

void take_what_fits(std::vector<Settings>& want, std::vector<Settings>& got, bool exact) {
  std::erase_if(want, [&](const Settings& wanted) {
    const auto fitting = std::find_if(got.begin(), got.end(), [&](const Settings& found) { return fits_test(wanted, found, exact); });
    if (fitting == got.end()) return false;
    got.erase(fitting);
    return true;
  });
}

RuleTestFinding test_difference(const Settings& want, const Settings& got, bool exact) {
  Settings wanted, found;
  std::vector<RuleTestFinding::Field> fields;
  for (const auto& [name, value] : want) {
    const std::string* other = find(got, name);
    if (other != nullptr ? *other == value : value.empty()) continue;
    wanted.emplace_back(name, value);
    found.emplace_back(name, other == nullptr ? "" : *other);
    fields.push_back({name, value, found.back().second});
  }
  for (const auto& [name, value] : got) {
    if (exact && name != "span" && find(want, name) == nullptr) {
      found.emplace_back(name, value);
      fields.push_back({name, "", value});
    }
  }
  return {RuleTestFinding::Kind::wrong, wanted.empty() ? "nothing else" : shown_fields(wanted), shown_fields(found), std::move(fields)};
}

std::string shown_finding(const RuleTestFinding& finding) {
  switch (finding.kind) {
    case RuleTestFinding::Kind::missing: return fmt::format("  Missing: want {}\n", finding.want);
    case RuleTestFinding::Kind::noisy: return fmt::format("  Noisy:   got  {}\n", finding.got);
    case RuleTestFinding::Kind::wrong: break;
  }
  if (finding.fields.empty()) return fmt::format("  Wrong:   want {}\n           got  {}\n", finding.want, finding.got);
  std::string text;
  for (const RuleTestFinding::Field& field : finding.fields)
    text += fmt::format("  {:<8} {}: want \"{}\"\n           {:<{}}  got  \"{}\"\n", text.empty() ? "Wrong:" : "", field.name, field.want, "",
                        field.name.size(), field.got);
  return text;
}

std::string summary_of(const std::vector<RuleTestFinding>& findings) {
  std::string text;
  const auto add = [&](RuleTestFinding::Kind kind, const char* name) {
    const auto count = std::count_if(findings.begin(), findings.end(), [&](const RuleTestFinding& finding) { return finding.kind == kind; });
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, name);
  };
  add(RuleTestFinding::Kind::missing, "missing");
  add(RuleTestFinding::Kind::noisy, "noisy");
  add(RuleTestFinding::Kind::wrong, "wrong");
  return text;
}

TestResult as_test_result(const RuleSet& rules, const RuleTestResult& result) {
  const RuleTest& test = *result.test;
  TestResult shown{result.rule->name, test.text, {}, test.at.file, test.at.line, test.at.column, {}, {}};
  switch (result.outcome) {
    case RuleTestOutcome::passed:
      if (!test.todo.empty()) shown.message = fmt::format("passes, though it is marked as todo: {}", test.todo);
      return shown;
    case RuleTestOutcome::skipped:
      shown.outcome = TestOutcome::skipped;
      shown.message = result.rule->definition().off ? "the rule is off" : test.todo;
      return shown;
    case RuleTestOutcome::failed: break;
  }
  shown.outcome = TestOutcome::failed;
  shown.message = summary_of(result.findings);
  shown.details = fmt::format("  in       {}\n", test.text);
  for (const RuleTestFinding& finding : result.findings) shown.details += shown_finding(finding);
  for (const std::string& other : result.instead) shown.details += fmt::format("  instead: {}\n", other);
  constexpr std::size_t most_units = 2;
  shown.details += why_not_text(rules, *result.rule, why_not(rules, *result.rule, test.text), most_units);
  return shown;
}

RuleTestResult run_rule_test(const RuleSet& rules, const Rule& rule, const RuleTest& test) {
  RuleTestResult result{&rule, &test, RuleTestOutcome::passed, {}, {}};
  if (rule.definition().off) {
    result.outcome = RuleTestOutcome::skipped;
    return result;
  }
  Made made = is_about_records(test) ? records_made(rules, rule, test) : annotations_made(rules, rule, test);
  result.findings = compare(test.expect, std::move(made.by_rule), test.exact);
  if (result.findings.empty()) return result;
  result.outcome = test.todo.empty() ? RuleTestOutcome::failed : RuleTestOutcome::skipped;
  result.instead = std::move(made.by_others);
  return result;
}

std::vector<RuleTestResult> run_rule_tests(const RuleSet& rules, const std::function<bool(const std::string&)>& selects) {
  std::vector<RuleTestResult> results;
  for (const Rule& rule : rules.rules()) {
    if (!selects(rule.name)) continue;
    for (const RuleTest& test : rule.definition().tests) results.push_back(run_rule_test(rules, rule, test));
  }
  return results;
}

}  // namespace onrecord
