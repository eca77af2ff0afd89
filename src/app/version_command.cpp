#include <CLI/CLI.hpp>

#include "onrecord/app/command.h"
#include "onrecord/app/messages.h"

namespace onrecord {

Command add_version_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("version", "Print the version");
  return {app, [] { return print_to_standard_output("onrecord " ONRECORD_VERSION "\n"); }};
}

}  // namespace onrecord
