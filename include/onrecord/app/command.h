#pragma once

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace onrecord {

struct ExtractArguments;

/// A subcommand: its options stand in `app`, and once the command line is parsed `run` does the work.
struct Command {
  CLI::App* app = nullptr;
  std::function<int()> run;  ///< gives the exit code
};

/// Each adds its subcommand to `root`, in the file of its name; the manual page beside the completion. `root` stays until the command ran.
Command add_completion_command(CLI::App& root);
Command add_evaluate_command(CLI::App& root);
Command add_extract_command(CLI::App& root);
Command add_man_command(CLI::App& root);
Command add_rules_command(CLI::App& root);
Command add_schema_command(CLI::App& root);
Command add_show_command(CLI::App& root);
Command add_version_command(CLI::App& root);

/// `onrecord extract` with these arguments, without reading any option.
int extract_files(ExtractArguments& arguments);

}  // namespace onrecord
