#include <CLI/CLI.hpp>

#include "onrecord/app/messages.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/check/rule_file_schema.h"

namespace onrecord {

Command add_rules_schema_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("schema", "Print the JSON Schema of rule files, for editors");
  app->footer(
      "Editors that check TOML with Taplo take it from a line at the top of a rule file:\n"
      "  #:schema ./rules.schema.json\n\n"
      "Example\n"
      "  onrecord rules schema > rules/rules.schema.json");
  return {app, [] { return print_to_standard_output(rule_file_schema()); }};
}

}  // namespace onrecord
