#pragma once

#include <cstdint>
#include <string>

#include "onrecord/base/diagnostics.h"
#include "onrecord/input/documents.h"

namespace onrecord {

/// Reading `path` failed.
InputFailure read_failure(const std::string& path, ReadFailure failure);

/// An operation of the system failed on `path`, with this `errno`.
InputFailure system_failure(const std::string& path, int error_number);

/// A document has more than `limit` bytes. `line`: as `InputFailure::line`.
InputFailure too_large(std::string id, const std::string& source, std::uint64_t limit, std::uint64_t line = 0);

/// What to tell the user of it.
Diagnostic diagnostic_of(const InputFailure& failure);
Diagnostic diagnostic_of(const InputWarning& warning);

}  // namespace onrecord
