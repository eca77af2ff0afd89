#include "onrecord/text/words.h"

#include <array>

namespace onrecord {
namespace {

constexpr bool is_ascii_word(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// For each byte whether it is an ASCII letter or digit, and whether a word may begin at it.
struct ByteTables {
  std::array<bool, 256> ascii_word{};
  std::array<bool, 256> may_begin{};
};
constexpr ByteTables make_byte_tables() {
  ByteTables tables;
  for (unsigned c = 0; c < 256; ++c) {
    tables.ascii_word[c] = is_ascii_word(static_cast<unsigned char>(c));
    tables.may_begin[c] = tables.ascii_word[c] || c >= 0xC0;
  }
  return tables;
}
constexpr ByteTables byte_tables = make_byte_tables();

/// Length in bytes of the word character at `i`; 0 where there is none. Beyond ASCII everything is a letter but
/// general punctuation (U+2000 to U+206F), the symbols of Latin-1, and the engine's own private-use characters.
std::uint32_t word_character(std::string_view text, std::uint32_t i, std::uint32_t end) {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 0x80) return is_ascii_word(c) ? 1 : 0;
  const std::uint32_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
  if (i + length > end) return 0;
  const auto second = static_cast<unsigned char>(text[i + 1]);
  if (c == 0xE2 && (second == 0x80 || second == 0x81)) return 0;
  if (c == 0xC2 && second < 0xBF && second != 0xAA && second != 0xB5 && second != 0xBA) return 0;
  if (c == 0xEE || (c == 0xEF && second <= 0xA3)) return 0;
  return length;
}

/// Length of an apostrophe, straight or curly, at `i`; 0 where there is none.
std::uint32_t apostrophe(std::string_view text, std::uint32_t i, std::uint32_t end) {
  if (text[i] == '\'') return 1;
  return i + 3 <= end && text.substr(i, 3) == "\u2019" ? 3 : 0;
}

/// Length of what may stand between two word characters at `i`.
std::uint32_t joiner(std::string_view text, std::uint32_t i, std::uint32_t end) {
  if (text[i] == '-' || text[i] == '.' || text[i] == '&') return 1;
  return apostrophe(text, i, end);
}

std::uint32_t word_end(std::string_view text, std::uint32_t i, std::uint32_t end) {
  bool dotted = false;
  while (true) {
    while (i < end && byte_tables.ascii_word[static_cast<unsigned char>(text[i])]) ++i;
    if (i >= end || text[i] == ' ') break;  // most words end so
    if (const std::uint32_t length = word_character(text, i, end)) {
      i += length;
      continue;
    }
    const std::uint32_t length = joiner(text, i, end);
    if (length > 0 && i + length < end && word_character(text, i + length, end) > 0) {
      dotted = dotted || text[i] == '.';
      i += length;
      continue;
    }
    if (text[i] == '.' && dotted) ++i;  // the last dot of "U.S."
    break;
  }
  return i;
}

/// Length of a possessive ending of the word [begin, end), 0 where it has none.
std::uint32_t possessive(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (end - begin < 3 || text[end - 1] != 's') return 0;
  if (text[end - 2] == '\'') return 2;
  return end - begin > 4 && text.substr(end - 4, 3) == "\u2019" ? 4 : 0;
}

}  // namespace

void append_words(std::string_view text, Span unit, std::vector<Span>& words) {
  std::uint32_t i = unit.begin;
  while (i < unit.end) {
    if (!byte_tables.may_begin[static_cast<unsigned char>(text[i])] || word_character(text, i, unit.end) == 0) {
      ++i;
      continue;
    }
    const std::uint32_t end = word_end(text, i, unit.end);
    const std::uint32_t ending = possessive(text, i, end);
    words.push_back({i, end - ending});
    if (ending > 0) words.push_back({end - ending, end});
    i = end;
  }
}

std::vector<Span> words_in(std::string_view text, Span unit) {
  constexpr std::uint32_t usual_length = 6;  // of a word and the space behind it
  std::vector<Span> words;
  words.reserve(unit.size() / usual_length + 1);
  append_words(text, unit, words);
  return words;
}

}  // namespace onrecord
