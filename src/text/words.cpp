#include "onrecord/text/words.h"

#include <algorithm>
#include <bit>

#include "onrecord/base/ascii.h"
#include "onrecord/text/byte_block.h"

namespace onrecord {
namespace {

/// Which bytes of a text are ASCII letters or digits, and which begin other characters: bits for 64 bytes at a time.
class WordBits {
 public:
  /// To be asked from `begin` on.
  WordBits(std::string_view text, std::uint32_t begin) : text_(text) { load(begin); }

  /// Where the ASCII letters and digits end that stand at `i`.
  std::uint32_t end_of_run(std::uint32_t i) {
    reach(i);
    for (std::uint64_t others = ~words_ >> (i - base_);; others = ~words_) {
      if (others != 0) return i + static_cast<std::uint32_t>(std::countr_zero(others));
      load(i = base_ + block_size);
    }
  }

  /// The first byte at `i` or behind at which a word may begin; the end of the text where there is none.
  std::uint32_t next_beginning(std::uint32_t i) {
    reach(i);
    for (std::uint64_t found = (words_ | leads_) >> (i - base_); base_ < text_.size(); found = words_ | leads_) {
      if (found != 0) return i + static_cast<std::uint32_t>(std::countr_zero(found));
      load(i = base_ + block_size);
    }
    return static_cast<std::uint32_t>(text_.size());
  }

 private:
  static constexpr std::uint32_t block_size = ByteBlock::size;

  void reach(std::uint32_t i) {
    if (i - base_ >= block_size) load(i);
  }

  void load(std::uint32_t base) {
    base_ = base;
    const ByteBlock block(text_, base);
    words_ = block.ascii_letters() | block.between('0', '9');
    leads_ = block.leads();
  }

  std::string_view text_;
  std::uint64_t words_ = 0, leads_ = 0;
  std::uint32_t base_ = 0;
};

/// Length in bytes of the word character at `i`; 0 where there is none. Beyond ASCII everything is a letter but
/// general punctuation (U+2000 to U+206F), the symbols of Latin-1, and the engine's own private-use characters.
std::uint32_t word_character(std::string_view text, std::uint32_t i, std::uint32_t end) {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 0x80) return is_ascii_letter_or_digit(text[i]) ? 1 : 0;
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

std::uint32_t word_end(std::string_view text, WordBits& bits, std::uint32_t i, std::uint32_t end) {
  bool dotted = false;
  while (true) {
    i = std::min(bits.end_of_run(i), end);
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
  WordBits bits(text.substr(0, unit.end), unit.begin);  // no farther: a word may be as long as its document
  for (std::uint32_t i = unit.begin; (i = bits.next_beginning(i)) < unit.end;) {
    const bool is_ascii = static_cast<unsigned char>(text[i]) < 0x80;
    if (!is_ascii && word_character(text, i, unit.end) == 0) {
      ++i;
      continue;
    }
    const std::uint32_t end = word_end(text, bits, i, unit.end);
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

std::string_view before_apostrophe(std::string_view word) { return word.substr(0, std::min(word.find('\''), word.find("\u2019"))); }

}  // namespace onrecord
