#include "onrecord/rules/letter_case.h"

#include "onrecord/base/utf8.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

bool is_in(char32_t code, char32_t first, char32_t last) { return first <= code && code <= last; }

/// Of the blocks in which capitals and small letters alternate, the capitals are the even or the odd ones.
bool is_even_capital(char32_t code) {
  const bool in_block = is_in(code, 0x100, 0x12F) || is_in(code, 0x132, 0x137) || is_in(code, 0x14A, 0x177) || is_in(code, 0x1DE, 0x1EF) ||
                        is_in(code, 0x1F8, 0x21F) || is_in(code, 0x222, 0x233) || is_in(code, 0x460, 0x481) || is_in(code, 0x48A, 0x4BF) ||
                        is_in(code, 0x4D0, 0x52F) || is_in(code, 0x1E00, 0x1E95) || is_in(code, 0x1EA0, 0x1EFF);
  return in_block && code % 2 == 0;
}

bool is_odd_capital(char32_t code) { return (is_in(code, 0x139, 0x148) || is_in(code, 0x179, 0x17E) || is_in(code, 0x1CD, 0x1DC)) && code % 2 == 1; }

char32_t small_letter(char32_t code) {
  if (is_in(code, 'A', 'Z')) return code + 32;
  if (code < 0x80) return code;
  if (is_in(code, 0xC0, 0xDE) && code != 0xD7) return code + 32;
  if (code == 0x178) return 0xFF;
  if (is_in(code, 0x391, 0x3A9) || is_in(code, 0x410, 0x42F)) return code + 32;
  if (is_in(code, 0x400, 0x40F)) return code + 80;
  return is_even_capital(code) || is_odd_capital(code) ? code + 1 : code;
}

std::string lower(std::string_view text, std::uint32_t limit) {
  std::string result(text);
  std::uint32_t i = 0;
  for (; i < text.size() && i < limit && static_cast<unsigned char>(text[i]) < ascii_end; ++i) {
    if (text[i] >= 'A' && text[i] <= 'Z') result[i] = static_cast<char>(text[i] + 32);
  }
  if (i == text.size() || i >= limit) return result;
  result.resize(i);
  while (i < text.size() && i < limit) {
    const Character character = character_at(text, i);
    append_utf8(result, small_letter(character.code));
    i += character.size;
  }
  if (i < text.size()) result += text.substr(i);  // a character cut off at the end leads beyond it
  return result;
}

}  // namespace

std::string lower_case(std::string_view text) { return lower(text, static_cast<std::uint32_t>(text.size())); }

std::string lower_case_first(std::string_view text) { return lower(text, 1); }

std::string lower_case_rest(std::string_view text) {
  const std::uint32_t first = character_at(text, 0).size;
  return std::string(text.substr(0, first)) + lower_case(text.substr(first));
}

std::string upper_case_first(std::string_view text) {
  const Character first = character_at(text, 0);
  const auto with = [&](char32_t capital) {
    std::string result;
    append_utf8(result, capital);
    result += text.substr(first.size);
    return result;
  };
  if (first.code < 0x80) return is_in(first.code, 'a', 'z') ? with(first.code - 32) : std::string();
  constexpr char32_t last_capital = 0x1EFF;
  for (char32_t code = 0x80; code <= last_capital; ++code) {
    if (code != first.code && small_letter(code) == first.code) return with(code);
  }
  return {};
}

}  // namespace onrecord
