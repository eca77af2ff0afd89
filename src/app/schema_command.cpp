#include <CLI/CLI.hpp>
#include <memory>

#include "onrecord/app/command.h"
#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/output/schema.h"

namespace onrecord {
namespace {

int print_schema(const RuleOptions& options) {
  const std::optional<RuleSet> rules = load_rules_in_force(options);
  if (!rules) return exit_rules;
  return print_to_standard_output(json_schema(*rules));
}

}  // namespace

Command add_schema_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("schema", "Print the JSON Schema of the records");
  app->footer(
      "The schema (JSON Schema 2020-12) holds for every line that 'onrecord extract' writes with\n"
      "the same rules: kinds of records that the rules declare are in it too.\n\n"
      "Example\n"
      "  onrecord schema > record.schema.json");
  const auto options = std::make_shared<RuleOptions>();
  add_rule_options(*app, *options);
  return {app, [options] { return print_schema(*options); }};
}

}  // namespace onrecord
