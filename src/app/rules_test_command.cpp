#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/report_options.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/input/rule_files.h"
#include "onrecord/rules/regex.h"
#include "onrecord/workbench/golden.h"
#include "onrecord/workbench/rule_cases.h"
#include "onrecord/workbench/rule_tests.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

constexpr const char* footer = R"(What is run
  Tests beside the rules; the cases in tests/cases/*.toml and the golden articles in
  tests/golden, both beside the folder of --rules, or where --cases and --golden say.
  --filter chooses rules by id, cases by 'case/NAME', articles by 'golden/NAME'.

Exit codes
  0 all tests passed   1 one failed, or there was none   2 wrong usage   3 rules or cases do not load
  5 the output could not be written)";

struct RulesTestOptions {
  RuleOptions rules;
  ReportOptions report;
  std::string filter;
  std::string cases;
  std::string golden;
  bool no_golden = false;
  bool update = false;
  bool strict = false;
};

/// `name` beside the folder of rules, where there is one.
std::string beside_rules(const RuleOptions& rules, const char* name) {
  if (rules.replacing.size() != 1) return {};
  std::error_code error;
  const fs::path folder = (fs::path(rules.replacing.front()) / ".." / "tests" / name).lexically_normal();
  return fs::is_directory(rules.replacing.front(), error) && fs::is_directory(folder, error) ? folder.string() : std::string();
}

std::optional<std::vector<RuleCase>> load_cases(const RulesTestOptions& options, const RuleSet& rules) {
  const std::string folder = options.cases.empty() ? beside_rules(options.rules, "cases") : options.cases;
  if (folder.empty()) return std::vector<RuleCase>{};
  Diagnostics diagnostics;
  std::vector<RuleCase> cases;
  if (const auto files = read_rule_files({folder}, diagnostics)) cases = read_rule_cases(*files, rules.definition(), diagnostics);
  for (RuleCase& written : cases) written.test.at.file = (fs::path(folder) / written.test.at.file).generic_string();
  Diagnostics named;
  for (Diagnostic item : diagnostics.items()) {
    if (item.line > 0) item.file = (fs::path(folder) / item.file).generic_string();
    named.add(std::move(item));
  }
  show(named);
  return named.has_errors() ? std::nullopt : std::optional(std::move(cases));
}

/// A todo that passes counts as failed where the user is strict.
void apply_strictness(std::vector<TestResult>& tests) {
  for (TestResult& test : tests) {
    if (test.outcome != TestOutcome::passed || test.message.empty()) continue;
    test.outcome = TestOutcome::failed;
    test.details = fmt::format("  in       {}\n  {}\n", test.name, test.message);
  }
}

/// Todos that pass: worth a look, though they fail nothing.
std::string passing_todos(const std::vector<TestResult>& tests) {
  std::string text;
  for (const TestResult& test : tests)
    if (test.outcome == TestOutcome::passed && !test.message.empty())
      text += fmt::format("todo {} ({}:{}): {}\n", test.suite, test.file, test.line, test.message);
  return text;
}

Report report_of(std::vector<TestResult> tests) {
  Report report;
  report.command = "rules test";
  const auto count = [&](TestOutcome outcome) {
    return std::count_if(tests.begin(), tests.end(), [&](const TestResult& test) { return test.outcome == outcome; });
  };
  report.text = passing_todos(tests);
  if (tests.empty()) report.text += "there is no test to run\n";
  report.summary = fmt::format("{} passed, {} failed, {} skipped", count(TestOutcome::passed), count(TestOutcome::failed), count(TestOutcome::skipped));
  report.tests = std::move(tests);
  return report;
}

/// The tests beside rules, with their files called as the user knows them.
std::vector<TestResult> rule_results(const RulesTestOptions& options, const RuleSet& rules, const std::function<bool(const std::string&)>& selects) {
  std::vector<TestResult> tests;
  Diagnostics places;
  for (const RuleTestResult& result : run_rule_tests(rules, selects)) {
    tests.push_back(as_test_result(rules, result));
    Diagnostic place;
    place.file = tests.back().file;
    places.add(std::move(place));
  }
  name_files_as_given(options.rules, places);
  for (std::size_t i = 0; i < tests.size(); ++i) tests[i].file = places.items()[i].file;
  return tests;
}

void append(std::vector<TestResult>& all, std::vector<TestResult> more) {
  for (TestResult& test : more) all.push_back(std::move(test));
}

int run_tests(const RulesTestOptions& options, const RuleSet& rules, const std::vector<RuleCase>& cases, const Regex& filter) {
  const auto selects = [&filter](const std::string& name) { return filter.found_in(name); };
  std::vector<TestResult> tests = rule_results(options, rules, selects);
  append(tests, run_rule_cases(rules, cases, selects));
  const std::string golden = options.no_golden ? std::string() : options.golden.empty() ? beside_rules(options.rules, "golden") : options.golden;
  Diagnostics diagnostics;
  if (!golden.empty()) append(tests, run_golden_tests(rules, golden_folders(golden), options.update, selects, diagnostics));
  show(diagnostics);
  if (options.strict) apply_strictness(tests);
  const bool good = !tests.empty() && std::none_of(tests.begin(), tests.end(), [](const TestResult& test) { return test.outcome == TestOutcome::failed; });
  const int written = write_report(report_of(std::move(tests)), options.report);
  if (written != exit_done || diagnostics.has_errors()) return exit_output;
  return good ? exit_done : exit_no;
}

int test(const RulesTestOptions& options) {
  RegexError error;
  const std::optional<Regex> filter = Regex::compile(options.filter, false, error);
  if (!filter) return usage_error(fmt::format("--filter: {}", error.message));
  if (options.update && std::getenv("CI") != nullptr) return usage_error("--update: nothing is accepted in CI");
  std::error_code ignored;
  if (!options.golden.empty() && !fs::is_directory(options.golden, ignored))
    return usage_error(fmt::format("--golden: there is no folder '{}'", options.golden));
  if (!options.cases.empty() && !fs::is_directory(options.cases, ignored)) return usage_error(fmt::format("--cases: there is no folder '{}'", options.cases));
  const std::optional<RuleSet> rules = load_rules_in_force(options.rules);
  if (!rules) return exit_rules;
  const auto cases = load_cases(options, *rules);
  if (!cases) return exit_rules;
  if (!options.cases.empty() && cases->empty()) return usage_error(fmt::format("--cases: no file in '{}' holds a [[case]]", options.cases));
  return run_tests(options, *rules, *cases, *filter);
}

}  // namespace

Command add_rules_test_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("test", "Run the tests of rules: those beside them, longer cases, golden articles");
  app->footer(footer);
  const auto options = std::make_shared<RulesTestOptions>();
  add_rule_options(*app, options->rules);
  app->add_option("--filter", options->filter, "Only tests whose name this regular expression finds")->type_name("RE");
  app->add_option("--cases", options->cases, "Files of cases in this folder")->type_name("DIR");
  app->add_option("--golden", options->golden,
                  "Golden articles: NAME.ndjson holds the records accepted of\nNAME.txt, which stands beside it or in the project's examples/")
      ->type_name("DIR");
  app->add_flag("--no-golden", options->no_golden, "Leave golden articles out");
  app->add_flag("--update", options->update, "Accept the records that golden articles give now; refused in CI");
  app->add_flag("--strict", options->strict, "A todo that passes is a failure");
  add_report_options(*app, options->report);
  return {app, [options] { return test(*options); }};
}

}  // namespace onrecord
