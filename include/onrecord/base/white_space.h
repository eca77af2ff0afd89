#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// A text, or a pattern over several lines, on one line: with single spaces in the place of spaces, tabs and line ends, and none at its ends.
std::string single_spaced(std::string_view text);

}  // namespace onrecord
