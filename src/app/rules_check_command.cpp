#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/report_options.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"

namespace onrecord {
namespace {

struct CheckOptions {
  RuleOptions rules;
  ReportOptions report;
};

std::string counted(std::size_t count, const char* noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

/// "12 rules, 3 types, 2 layers: 1 error, 0 warnings"
std::string summary(const RuleSetDefinition& rules, const Diagnostics& diagnostics) {
  return fmt::format("{}, {}, {}: {}, {}", counted(rules.rules.size(), "rule"), counted(rules.types.size(), "type"),
                     counted(rules.layers.size(), "layer"), counted(diagnostics.errors(), "error"),
                     counted(diagnostics.warnings(), "warning"));
}

Report report_of(const RuleSetDefinition& rules, const Diagnostics& diagnostics) {
  Report report;
  report.command = "rules check";
  report.findings = diagnostics.items();
  report.counts = {{"rules", rules.rules.size()}, {"types", rules.types.size()}, {"layers", rules.layers.size()}};
  report.summary = summary(rules, diagnostics);
  return report;
}

int check(const CheckOptions& options) {
  Diagnostics diagnostics;
  const std::optional<std::vector<RuleFile>> files = rule_files_in_force(options.rules, diagnostics);
  RuleSetDefinition definition;
  if (files) {
    Diagnostics counted_below;
    definition = parse_rules(*files, counted_below);
    RuleSet::load(*files, diagnostics);
    name_files_as_given(options.rules, diagnostics);
  }
  diagnostics.sort_by_place();
  const int written = write_report(report_of(definition, diagnostics), options.report);
  return diagnostics.has_errors() ? exit_rules : written;
}

}  // namespace

Command add_rules_check_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("check", "Report everything that is wrong with rule files, with file, line and column");
  app->footer("Exit codes: 0 the rules load, 3 they do not.");
  const auto options = std::make_shared<CheckOptions>();
  add_rule_options(*app, options->rules);
  add_report_options(*app, options->report);
  return {app, [options] { return check(*options); }};
}

}  // namespace onrecord
