#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/pipeline/rule_tests.h"
#include "onrecord/rules/regex.h"

namespace onrecord {
namespace {

struct RulesTestOptions {
  RuleOptions rules;
  std::string filter;
};

std::string shown(const RuleTestFinding& finding) {
  switch (finding.kind) {
    case RuleTestFinding::Kind::missing: return fmt::format("  Missing: want {}\n", finding.want);
    case RuleTestFinding::Kind::noisy: return fmt::format("  Noisy:   got  {}\n", finding.got);
    case RuleTestFinding::Kind::wrong: break;
  }
  return fmt::format("  Wrong:   want {}\n           got  {}\n", finding.want, finding.got);
}

std::string shown(const RuleTestResult& result) {
  const Place& at = result.test->at;
  std::string text = fmt::format("FAIL {} ({}:{}:{})\n  in       {}\n", result.rule->definition.id, at.file, at.line, at.column, result.test->text);
  for (const RuleTestFinding& finding : result.findings) text += shown(finding);
  for (const std::string& other : result.instead) text += fmt::format("  instead: {}\n", other);
  return text;
}

int report(const std::vector<RuleTestResult>& results) {
  std::size_t passed = 0, failed = 0, skipped = 0;
  std::string text;
  for (const RuleTestResult& result : results) {
    switch (result.outcome) {
      case RuleTestOutcome::passed: ++passed; break;
      case RuleTestOutcome::skipped: ++skipped; break;
      case RuleTestOutcome::failed:
        ++failed;
        text += shown(result);
        break;
    }
  }
  text += fmt::format("{} passed, {} failed, {} skipped\n", passed, failed, skipped);
  const int printed = print_to_standard_output(text);
  if (printed != exit_done) return printed;
  return failed > 0 || results.empty() ? exit_no : exit_done;
}

int test(const RulesTestOptions& options) {
  RegexError error;
  const std::optional<Regex> filter = Regex::compile(options.filter, false, error);
  if (!filter) return usage_error(fmt::format("--filter: {}", error.message));
  const std::optional<RuleSet> rules = load_rules_in_force(options.rules);
  if (!rules) return exit_rules;
  return report(run_rule_tests(*rules, [&filter](const std::string& id) { return filter->found_in(id); }));
}

}  // namespace

Command add_rules_test_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("test", "Run the tests that stand in rule files beside their rules");
  app->footer("Exit codes: 0 all tests passed, 1 one failed or there was none, 3 the rules do not load.");
  const auto options = std::make_shared<RulesTestOptions>();
  add_rule_options(*app, options->rules);
  app->add_option("--filter", options->filter, "Only rules whose id this regular expression finds")->type_name("RE");
  return {app, [options] { return test(*options); }};
}

}  // namespace onrecord
