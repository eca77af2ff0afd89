#pragma once

#include "onrecord/app/command.h"

namespace onrecord {

/// Adds all of them, in the order of the help.
std::vector<Command> add_rules_commands(CLI::App& rules);

/// Each adds a subcommand to `onrecord rules`.
Command add_rules_check_command(CLI::App& rules);
Command add_rules_test_command(CLI::App& rules);
Command add_rules_coverage_command(CLI::App& rules);
Command add_rules_diff_command(CLI::App& rules);
Command add_rules_explain_command(CLI::App& rules);
Command add_rules_profile_command(CLI::App& rules);
Command add_rules_list_command(CLI::App& rules);
Command add_rules_doc_command(CLI::App& rules);
Command add_rules_schema_command(CLI::App& rules);
Command add_rules_export_command(CLI::App& rules);

}  // namespace onrecord
