#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/report_options.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/check/check.h"
#include "onrecord/check/codes.h"
#include "onrecord/input/embedded_rules.h"

namespace onrecord {
namespace {

struct CheckOptions {
  RuleOptions rules;
  ReportOptions report;
  bool deny_warnings = false;
  std::vector<std::string> allowed;
  std::string explain;
};

std::string counted(std::size_t count, const char* noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

/// "12 rules, 3 types, 2 layers: 1 error, 0 warnings"
std::string summary(const RuleSetDefinition& rules, const Diagnostics& diagnostics) {
  return fmt::format("{}, {}, {}: {}, {}", counted(rules.rules.size(), "rule"), counted(rules.types.size(), "type"), counted(rules.layers.size(), "layer"),
                     counted(diagnostics.errors(), "error"), counted(diagnostics.warnings(), "warning"));
}

Report report_of(const CheckedRules& checked) {
  const RuleSetDefinition& rules = checked.definition;
  Report report;
  report.command = "rules check";
  report.findings = checked.found.items();
  for (const RuleFile& file : rules.files) report.files.push_back(file.path);
  report.counts = {{"rules", rules.rules.size()}, {"types", rules.types.size()}, {"layers", rules.layers.size()}};
  report.summary = summary(rules, checked.found);
  report.codes = check_codes();
  return report;
}

/// Without the remarks that parts of the built-in rules are unused: they are where added files take the place of some, and nobody can mend it there.
Diagnostics without_unused_built_in(const RuleOptions& options, const Diagnostics& found) {
  Diagnostics kept;
  for (const Diagnostic& item : found.items()) {
    if (!item.code.starts_with("W24") || !is_built_in(options, item.file)) kept.add(item);
  }
  return kept;
}

int check(const CheckOptions& options) {
  CheckedRules checked;
  if (std::optional<std::vector<RuleFile>> files = rule_files_in_force(options.rules, checked.found)) {
    checked = check_rules(*std::move(files), options.allowed, embedded_patterns());
    checked.found = without_unused_built_in(options.rules, checked.found);
    name_files_as_given(options.rules, checked.found, ReplacedFiles::always);
    for (RuleFile& file : checked.definition.files) file.path = name_as_given(options.rules, file.path);
  }
  const int written = write_report(report_of(checked), options.report);
  if (checked.found.has_errors()) return exit_rules;
  return written == exit_done && options.deny_warnings && checked.found.warnings() > 0 ? exit_no : written;
}

std::string shown(const CodeDescription& code) { return fmt::format("{}: {}\n\n{}\n", code.code, code.title, code.text); }

std::vector<std::string> code_names() {
  std::vector<std::string> names;
  for (const CodeDescription& code : check_codes()) names.push_back(code.code);
  return names;
}

int explain(const std::string& code) {
  std::string text;
  for (const CodeDescription& known : check_codes()) {
    if (code == "all" || known.code == code) text += (text.empty() ? "" : "\n") + shown(known);
  }
  if (!text.empty()) return print_to_standard_output(text);
  const std::string near = nearest(code, code_names());
  return usage_error(fmt::format("--explain: there is no code '{}'{}", code, near.empty() ? "; 'all' lists them" : fmt::format("; did you mean '{}'?", near)));
}

/// What is wrong with a code given to `--allow`; empty: nothing.
std::string problem_with_allowed(const std::string& code) {
  if (find_check_code(code) == nullptr) return fmt::format("there is no code '{}'", code);
  return code.starts_with('E') ? fmt::format("'{}' is an error: the rules do not load with it", code) : std::string();
}

}  // namespace

Command add_rules_check_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("check", "Report everything that is wrong with rule files, with file, line and column");
  app->footer(
      "Errors (E…) keep the rules from loading; warnings (W…) are likely mistakes. A rule silences one with\n"
      "allow = [\"W210\"] and the reason in why = \"…\".\n\n"
      "Exit codes: 0 the rules load; 1 with --deny-warnings: there was a warning; 3 they do not load.");
  const auto options = std::make_shared<CheckOptions>();
  add_rule_options(*app, options->rules);
  app->add_flag("--deny-warnings", options->deny_warnings, "Fail where there is a warning");
  app->add_option("--allow", options->allowed, "Leave out warnings of this code; may be repeated")
      ->type_name("CODE")
      ->allow_extra_args(false)
      ->check(CLI::Validator(problem_with_allowed, ""));
  app->add_option("--explain", options->explain, "Tell what a code means and what to do about it; 'all': of all codes")->type_name("CODE");
  add_report_options(*app, options->report);
  return {app, [options] { return options->explain.empty() ? check(*options) : explain(options->explain); }};
}

}  // namespace onrecord
