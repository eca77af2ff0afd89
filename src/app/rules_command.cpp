#include <CLI/CLI.hpp>

#include "onrecord/app/command.h"
#include "onrecord/app/messages.h"

namespace onrecord {

Command add_rules_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("rules", "Check and test rule files");
  return {app, [] { return usage_error("'onrecord rules' needs to be told what to do with them; see 'onrecord rules --help'"); }};
}

}  // namespace onrecord
