#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// What `is_ascii_space` says of single characters.
constexpr std::string_view white_space = " \t\n\v\f\r";
/// What JSON and XML take for it.
constexpr std::string_view white_space_of_data = " \t\r\n";

/// The part of `text` without white space at both ends.
std::string_view trimmed(std::string_view text);
/// The part of `text` from the first character on that is none of `spaces`.
std::string_view trimmed_at_start(std::string_view text, std::string_view spaces = white_space);
/// Whether nothing but white space is there.
bool is_blank(std::string_view text);

/// A text, or a pattern over several lines, on one line: with single spaces in the place of spaces, tabs and line ends, and none at its ends.
std::string single_spaced(std::string_view text);

}  // namespace onrecord
