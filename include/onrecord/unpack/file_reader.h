#pragma once

#include <memory>
#include <string>

#include "onrecord/unpack/byte_reader.h"

namespace onrecord {

/// What the system says of `path`, as a problem.
ReadProblem system_problem(int error_number);

/// Reads the file `path`. None where it cannot be opened, and then `problem` tells why.
std::unique_ptr<ByteReader> open_file(const std::string& path, ReadProblem& problem);

/// Reads standard input, unbuffered: what a pipe has is handed on at once.
std::unique_ptr<ByteReader> open_standard_input();

}  // namespace onrecord
