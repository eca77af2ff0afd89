#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// `text` with small letters for the capitals of the Latin, Greek and Cyrillic scripts. Must be valid UTF-8.
std::string lower_case(std::string_view text);

/// The same for its first character only.
std::string lower_case_first(std::string_view text);

/// The same for all but its first character: "Ann" of "ANN".
std::string lower_case_rest(std::string_view text);

/// `text` with a capital first letter of which `lower_case_first` makes `text` again; empty where there is none.
std::string upper_case_first(std::string_view text);

}  // namespace onrecord
