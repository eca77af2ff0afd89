#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// The private-use characters of a view. A masked annotation is written as: its type's character, a character for the
/// value of each of its choice fields, its index in decimal digits, `token_end`. A tagged word has its tag before it.
namespace view_code {
inline constexpr char32_t first_type = 0xE000;
inline constexpr char32_t first_tag = 0xE800;
inline constexpr char32_t first_choice = 0xF000;  ///< no value; the k-th choice (from 0) is `first_choice + 1 + k`
inline constexpr char32_t last_choice = 0xF8F0;
inline constexpr char32_t token_end = 0xF8FF;
inline constexpr std::string_view inner_dot = "\u2024";
}  // namespace view_code

/// Appends `code`, which needs at most three bytes, in UTF-8.
void append_code_point(std::string& out, char32_t code);

}  // namespace onrecord
