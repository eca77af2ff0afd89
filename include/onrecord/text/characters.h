#pragma once

#include <cstdint>
#include <string_view>

#include "onrecord/base/span.h"

namespace onrecord {

/// A code point and the bytes it takes. `size` 0: there is none, at an edge of the text.
struct Character {
  char32_t code = 0;
  std::uint32_t size = 0;
};

/// What the functions below say beyond ASCII. They are asked for nearly every byte of a text, so what they say of ASCII
/// stands in the header.
namespace beyond_ascii {
Character character_at(std::string_view text, std::uint32_t offset);
Character character_before(std::string_view text, std::uint32_t offset);
bool is_space(char32_t code);
bool is_letter(char32_t code);
bool is_capital(char32_t code);
}  // namespace beyond_ascii

inline constexpr char32_t ascii_end = 0x80;

/// Three bytes as the character they encode. Quotation marks, dashes and the marks of views have three.
inline char32_t character_of_three(const char* bytes) {
  const auto bits = [](char byte, unsigned mask) { return static_cast<char32_t>(static_cast<unsigned char>(byte) & mask); };
  return bits(bytes[0], 0x0F) << 12 | bits(bytes[1], 0x3F) << 6 | bits(bytes[2], 0x3F);
}
inline bool leads_three(char byte) { return (static_cast<unsigned char>(byte) & 0xF0) == 0xE0; }

/// The character that begins at byte `offset` of valid UTF-8; none at or behind the end.
inline Character character_at(std::string_view text, std::uint32_t offset) {
  if (offset >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < ascii_end) return {lead, 1};
  if (leads_three(text[offset]) && offset + 3 <= text.size()) return {character_of_three(text.data() + offset), 3};
  return beyond_ascii::character_at(text, offset);
}
/// The character that ends before byte `offset`; none at the start.
inline Character character_before(std::string_view text, std::uint32_t offset) {
  if (offset == 0) return {};
  const auto last = static_cast<unsigned char>(text[offset - 1]);
  if (last < ascii_end) return {last, 1};
  if (offset >= 3 && leads_three(text[offset - 3])) return {character_of_three(text.data() + offset - 3), 3};
  return beyond_ascii::character_before(text, offset);
}

/// White space, line ends included.
inline bool is_space(char32_t code) { return code < ascii_end ? code == ' ' || (code >= '\t' && code <= '\r') : beyond_ascii::is_space(code); }
inline bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }
/// A letter of any script with letters; marks and symbols are none.
inline bool is_letter(char32_t code) { return code < ascii_end ? (code | 0x20) >= 'a' && (code | 0x20) <= 'z' : beyond_ascii::is_letter(code); }
/// A capital letter of the Latin, Greek or Cyrillic script.
inline bool is_capital(char32_t code) { return code < ascii_end ? code >= 'A' && code <= 'Z' : beyond_ascii::is_capital(code); }
/// A letter that is no capital.
inline bool is_small(char32_t code) { return code < ascii_end ? code >= 'a' && code <= 'z' : is_letter(code) && !is_capital(code); }
/// Whether the character that begins at byte `offset` of valid UTF-8 is a capital, or a small letter.
inline bool is_capital_at(std::string_view text, std::uint32_t offset) { return is_capital(character_at(text, offset).code); }
inline bool is_small_at(std::string_view text, std::uint32_t offset) { return is_small(character_at(text, offset).code); }
/// Letter or digit.
inline bool is_word(char32_t code) { return is_letter(code) || is_digit(code); }
/// Whether bytes `begin` to `end` are no part of a longer word: neither side touches a letter or a digit.
inline bool stands_alone(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return !is_word(character_before(text, begin).code) && !is_word(character_at(text, end).code);
}
/// Hyphen, en dash, em dash and their like.
bool is_dash(char32_t code);

/// Whether a letter of the text, valid UTF-8, is small.
bool has_small_letter(std::string_view text);
/// Whether a word is in capitals: it begins with two and has no small letter. So "UN" and "MC-5" are; "PDFs", "A" and "P6" are not.
bool is_in_capitals(std::string_view word);

/// `span` without the white space at its ends; empty where there is nothing else.
Span without_space(std::string_view text, Span span);

}  // namespace onrecord
