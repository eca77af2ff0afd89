#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// The length in bytes of the well-formed UTF-8 character that begins at `offset`; 0 where none does.
std::size_t character_length(std::string_view text, std::size_t offset);

/// Whether all of `text` is well-formed UTF-8.
bool is_valid_utf8(std::string_view text);

/// How many code points begin in `text`, which must be valid UTF-8 but may begin and end within a character.
std::uint32_t count_characters(std::string_view text);

/// Puts one '?' in the place of each byte that belongs to no well-formed character, so that offsets stay as they were.
/// Returns how many there were.
std::size_t repair_utf8(std::string& text);

/// Appends `code_point` in UTF-8; what is no Unicode scalar value becomes U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// Tells how many code points stand before a byte of a text, without counting from its start each time.
class CharacterIndex {
 public:
  /// `text` must be valid UTF-8.
  explicit CharacterIndex(std::string_view text);
  /// The number of code points that begin before the byte `offset` of the same `text` that the index was made of.
  std::uint32_t characters_before(std::string_view text, std::uint32_t offset) const;

 private:
  std::vector<std::uint32_t> before_block_;  // code points before each block of bytes; empty where all is ASCII
};

}  // namespace onrecord
