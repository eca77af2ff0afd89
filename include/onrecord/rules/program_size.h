#pragma once

#include <cstdint>
#include <string>

namespace onrecord {

/// How many instructions the program of a regular expression has. Compiles it; 0 where it is none.
std::uint64_t program_size(const std::string& pattern, bool ignore_case);

}  // namespace onrecord
