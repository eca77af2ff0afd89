#pragma once

#include <string>
#include <string_view>

#include "onrecord/base/diagnostics.h"

namespace onrecord {

/// Writes it to standard error as text.
void show(const Diagnostic& diagnostic);
/// Writes all of them, in their order.
void show(const Diagnostics& diagnostics);

/// Tells what is wrong with the command line and returns the exit code for it.
int usage_error(std::string_view message);

/// Writes `text` to standard output. Returns the exit code: done, or that of a failed output.
int print_to_standard_output(std::string_view text);

}  // namespace onrecord
