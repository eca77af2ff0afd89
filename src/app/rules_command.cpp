#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <vector>

#include "onrecord/app/rules_commands.h"

namespace onrecord {

std::vector<Command> add_rules_commands(CLI::App& rules) {
  return {add_rules_check_command(rules),   add_rules_test_command(rules),    add_rules_coverage_command(rules), add_rules_diff_command(rules),
          add_rules_explain_command(rules), add_rules_profile_command(rules), add_rules_list_command(rules),     add_rules_doc_command(rules),
          add_rules_schema_command(rules),  add_rules_export_command(rules)};
}

/// To build them takes longer than to read the rules in the program, so that is done when the command line comes to `rules`.
Command add_rules_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("rules", "Check, test, compare, list and export rules");
  app->require_subcommand(1);
  const auto commands = std::make_shared<std::vector<Command>>();
  app->preparse_callback([app, commands](std::size_t) { *commands = add_rules_commands(*app); });
  return {app, [app, commands] {
            const CLI::App* chosen = app->get_subcommands().front();
            return std::find_if(commands->begin(), commands->end(), [chosen](const Command& c) { return c.app == chosen; })->run();
          }};
}

}  // namespace onrecord
