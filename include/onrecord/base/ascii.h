#pragma once

#include <array>
#include <cstddef>

namespace onrecord {

/// What a byte of UTF-8 is, as far as ASCII goes: a byte of a longer character is none of these.
constexpr bool is_ascii_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_small(c) || is_ascii_capital(c); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Spaces, tabs, line ends, form feeds: what C calls white space.
constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// What belongs to the words of articles: '_' does not.
constexpr bool is_ascii_letter_or_digit(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

namespace ascii_details {
consteval std::array<bool, 256> make_word_bytes() {
  std::array<bool, 256> result{};
  for (int c = 0; c < 0x80; ++c) result[static_cast<std::size_t>(c)] = is_ascii_letter_or_digit(static_cast<char>(c)) || c == '_';
  return result;
}
inline constexpr auto word_bytes = make_word_bytes();
}  // namespace ascii_details

/// What belongs to words for the `\w` and `\b` of patterns, and in names of programs: '_' does too. Asked for nearly every byte of a text, so it
/// stands in a table.
constexpr bool is_ascii_word(char c) { return ascii_details::word_bytes[static_cast<unsigned char>(c)]; }

}  // namespace onrecord
