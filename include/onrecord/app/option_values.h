#pragma once

#include <cstdint>
#include <string>

namespace onrecord {

/// What is wrong with a number from `least` to `most`; empty: nothing. `wanted` says what is, as in "a number above 0".
std::string problem_with_number(const std::string& text, std::uint64_t least, std::uint64_t most, const char* wanted);

/// The same for how many there are to be of something; 0 is one.
std::string problem_with_count(const std::string& text);

/// The same for a size in bytes, as 500k and 64M are; MB and MiB are a megabyte and a mebibyte.
std::string problem_with_size(const std::string& text);

}  // namespace onrecord
