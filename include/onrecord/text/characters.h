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

/// The character that begins at byte `offset` of valid UTF-8; none at or behind the end.
Character character_at(std::string_view text, std::uint32_t offset);
/// The character that ends before byte `offset`; none at the start.
Character character_before(std::string_view text, std::uint32_t offset);

/// White space, line ends included.
bool is_space(char32_t code);
bool is_digit(char32_t code);
/// A letter of any script with letters; marks and symbols are none.
bool is_letter(char32_t code);
/// A capital letter of the Latin, Greek or Cyrillic script.
bool is_capital(char32_t code);
/// A letter that is no capital.
bool is_small(char32_t code);
/// Letter or digit.
bool is_word(char32_t code);
/// Hyphen, en dash, em dash and their like.
bool is_dash(char32_t code);

/// `span` without the white space at its ends; empty where there is nothing else.
Span without_space(std::string_view text, Span span);

}  // namespace onrecord
