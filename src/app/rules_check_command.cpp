#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"

namespace onrecord {
namespace {

/// "12 rules, 3 types, 2 layers: 1 error, 0 warnings"
std::string summary(const RuleSetDefinition& rules, const Diagnostics& diagnostics) {
  const auto counted = [](std::size_t count, const char* noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); };
  std::size_t warnings = 0;
  for (const Diagnostic& diagnostic : diagnostics.items()) warnings += diagnostic.severity == Severity::warning ? 1 : 0;
  return fmt::format("{}, {}, {}: {}, {}\n", counted(rules.rules.size(), "rule"), counted(rules.types.size(), "type"),
                     counted(rules.layers.size(), "layer"), counted(diagnostics.errors(), "error"), counted(warnings, "warning"));
}

int check(const RuleOptions& options) {
  Diagnostics diagnostics;
  const std::optional<std::vector<RuleFile>> files = rule_files_in_force(options, diagnostics);
  RuleSetDefinition definition;
  if (files) {
    Diagnostics counted_below;
    definition = parse_rules(*files, counted_below);
    RuleSet::load(*files, diagnostics);
    name_files_as_given(options, diagnostics);
  }
  diagnostics.sort_by_place();
  show(diagnostics);
  const int printed = print_to_standard_output(summary(definition, diagnostics));
  return diagnostics.has_errors() ? exit_rules : printed;
}

}  // namespace

Command add_rules_check_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("check", "Report everything that is wrong with rule files, with file, line and column");
  app->footer("Exit codes: 0 the rules load, 3 they do not.");
  const auto options = std::make_shared<RuleOptions>();
  add_rule_options(*app, *options);
  return {app, [options] { return check(*options); }};
}

}  // namespace onrecord
