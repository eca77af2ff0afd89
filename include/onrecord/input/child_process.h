#pragma once

#include <optional>
#include <string>
#include <vector>

namespace onrecord {

/// How a program ended that was run to its end.
struct ChildOutcome {
  std::string output;  ///< what it wrote to standard output
  std::string errors;  ///< and to standard error
  int exit_code = 0;   ///< 128 + the signal where one ended it
};

/// Runs a program, which is looked up in PATH, with these arguments and no input; no shell takes part. None where it cannot
/// be started.
std::optional<ChildOutcome> run_program(const std::vector<std::string>& words);

}  // namespace onrecord
