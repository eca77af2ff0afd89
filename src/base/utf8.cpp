#include "onrecord/base/utf8.h"

#include <algorithm>
#include <cstring>

namespace onrecord {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::size_t block_size = 64;

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

bool is_continuation(std::string_view text, std::size_t offset) { return offset < text.size() && (byte_at(text, offset) & 0xC0) == 0x80; }

/// The first offset from `offset` on that holds no ASCII byte.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  while (offset + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + offset, 8);
    if ((word & high_bits) != 0) break;
    offset += 8;
  }
  while (offset < text.size() && byte_at(text, offset) < 0x80) ++offset;
  return offset;
}

/// The lowest and highest second byte that may follow `lead`: they shut out overlong forms, surrogates and what lies
/// behind U+10FFFF.
std::pair<unsigned char, unsigned char> second_byte_range(unsigned char lead) {
  switch (lead) {
    case 0xE0: return {0xA0, 0xBF};
    case 0xED: return {0x80, 0x9F};
    case 0xF0: return {0x90, 0xBF};
    case 0xF4: return {0x80, 0x8F};
    default: return {0x80, 0xBF};
  }
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  const unsigned char lead = byte_at(text, offset);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (!is_continuation(text, offset + 1)) return 0;
  const auto [lowest, highest] = second_byte_range(lead);
  const unsigned char second = byte_at(text, offset + 1);
  if (second < lowest || second > highest) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if (!is_continuation(text, offset + i)) return 0;
  return length;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t offset = skip_ascii(text, 0); offset < text.size(); offset = skip_ascii(text, offset)) {
    const std::size_t length = character_length(text, offset);
    if (length == 0) return false;
    offset += length;
  }
  return true;
}

/// Bytes that continue no character, counted eight at a time: those that continue one have the highest bit and not the next.
std::uint32_t count_characters(std::string_view text) {
  constexpr std::uint64_t lowest_bits = 0x0101010101010101;
  constexpr std::size_t most_in_a_byte = 255;
  std::size_t continuing = 0;
  std::size_t offset = 0;
  while (offset + 8 <= text.size()) {
    std::uint64_t counts = 0;  // one for each of eight columns of bytes
    const std::size_t end = std::min(text.size() - 7, offset + 8 * most_in_a_byte);
    for (; offset < end; offset += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + offset, 8);
      counts += word >> 7 & ~word >> 6 & lowest_bits;
    }
    constexpr std::uint64_t even_columns = 0x00FF00FF00FF00FF;
    continuing += ((counts & even_columns) + (counts >> 8 & even_columns)) * 0x0001000100010001 >> 48;
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, text.data() + offset, text.size() - offset);
  continuing += (rest >> 7 & ~rest >> 6 & lowest_bits) * lowest_bits >> 56;
  return static_cast<std::uint32_t>(text.size() - continuing);
}

std::size_t repair_utf8(std::string& text) {
  std::size_t repaired = 0;
  for (std::size_t offset = skip_ascii(text, 0); offset < text.size(); offset = skip_ascii(text, offset)) {
    const std::size_t length = character_length(text, offset);
    if (length == 0) {
      text[offset] = '?';
      ++repaired;
    }
    offset += std::max<std::size_t>(length, 1);
  }
  return repaired;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = replacement;
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

CharacterIndex::CharacterIndex(std::string_view text) {
  if (skip_ascii(text, 0) == text.size()) return;
  std::uint32_t before = 0;
  before_block_.reserve(text.size() / block_size + 2);
  for (std::size_t offset = 0, ascii_until = 0; offset < text.size(); offset += block_size) {
    before_block_.push_back(before);
    const std::size_t end = std::min(offset + block_size, text.size());
    if (ascii_until < end) ascii_until = skip_ascii(text, std::max(offset, ascii_until));
    before += ascii_until >= end ? static_cast<std::uint32_t>(end - offset) : count_characters(text.substr(offset, end - offset));
  }
  before_block_.push_back(before);
}

std::uint32_t CharacterIndex::characters_before(std::string_view text, std::uint32_t offset) const {
  if (before_block_.empty()) return offset;
  const std::size_t block = std::min<std::size_t>(offset / block_size, before_block_.size() - 2);
  const std::size_t start = block * block_size;
  const bool is_ascii = before_block_[block + 1] - before_block_[block] == block_size;
  if (is_ascii) return before_block_[block] + static_cast<std::uint32_t>(offset - start);
  return before_block_[block] + count_characters(text.substr(start, offset - start));
}

}  // namespace onrecord
