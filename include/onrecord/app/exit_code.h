#pragma once

namespace onrecord {

/// What the program's exit code tells, in every subcommand.
enum ExitCode {
  exit_done = 0,
  exit_no = 1,  ///< the asked-for "no": a test failed, a difference was found
  exit_usage = 2,
  exit_rules = 3,        ///< the rules do not load
  exit_some_failed = 4,  ///< some inputs failed, the rest is done
  exit_output = 5,       ///< output or internal failure
};

}  // namespace onrecord
