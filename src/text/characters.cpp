#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

Character decode(std::string_view text, std::uint32_t offset) {
  const auto byte = [&](std::uint32_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i])); };
  const auto tail = [&](std::uint32_t i) { return offset + i < text.size() ? byte(i) & 0x3F : 0; };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | tail(1), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3};
  return {(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

bool between(char32_t code, char32_t first, char32_t last) { return first <= code && code <= last; }

// Latin Extended-A and the start of -B put capital and small letter side by side; which comes first changes twice.
bool is_capital_in_pairs(char32_t code) {
  if (between(code, 0x139, 0x148) || between(code, 0x179, 0x17E)) return code % 2 == 1;
  return code % 2 == 0 && code != 0x138;
}

}  // namespace

namespace beyond_ascii {

Character character_at(std::string_view text, std::uint32_t offset) { return decode(text, offset); }

Character character_before(std::string_view text, std::uint32_t offset) {
  std::uint32_t begin = offset - 1;
  while (begin > 0 && is_continuation(text[begin])) --begin;
  return {decode(text, begin).code, offset - begin};
}

bool is_space(char32_t code) {
  return code == 0x85 || code == 0xA0 || between(code, 0x2000, 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x3000;
}

bool is_letter(char32_t code) {
  if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;
  if (code < 0x2C00) return code != 0xD7 && code != 0xF7 && !between(code, 0x2000, 0x2BFF);
  return !between(code, 0x2E00, 0x2E7F) && !between(code, 0x3000, 0x303F) && !between(code, 0xD800, 0xF8FF) && !between(code, 0xFE00, 0xFE6F) &&
         !between(code, 0xFF00, 0xFF20) && code < 0xFFF0;
}

bool is_capital(char32_t code) {
  if (code < 0x100) return between(code, 0xC0, 0xDE) && code != 0xD7;
  if (code < 0x180) return code == 0x178 || is_capital_in_pairs(code);
  return between(code, 0x386, 0x3AB) || between(code, 0x400, 0x42F) || (between(code, 0x1E00, 0x1EFF) && code % 2 == 0);
}

}  // namespace beyond_ascii

bool is_dash(char32_t code) { return code == '-' || between(code, 0x2010, 0x2015) || code == 0x2212; }

Span without_space(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const Character first = character_at(text, span.begin);
    if (!is_space(first.code)) break;
    span.begin += first.size;
  }
  while (span.begin < span.end) {
    const Character last = character_before(text, span.end);
    if (!is_space(last.code)) break;
    span.end -= last.size;
  }
  return span;
}

bool has_small_letter(std::string_view text) {
  for (std::uint32_t i = 0; i < text.size();) {
    const Character character = character_at(text, i);
    if (is_small(character.code)) return true;
    i += character.size;
  }
  return false;
}

bool is_in_capitals(std::string_view word) {
  const Character first = character_at(word, 0);
  return is_capital(first.code) && is_capital_at(word, first.size) && !has_small_letter(word);
}

}  // namespace onrecord
