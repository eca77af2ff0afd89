#include "onrecord/text/inner_dots.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/quotation_marks.h"
#include "onrecord/text/words.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_word = 40;

// The word that ends at `dot`, with the dots inside it: "Gov", "U.S", "p.m".
std::uint32_t word_begin(std::string_view text, std::uint32_t floor, std::uint32_t dot) {
  std::uint32_t begin = dot;
  while (begin > floor && dot - begin < longest_word) {
    const Character before = character_before(text, begin);
    const bool inner_dot = before.code == '.' && begin < dot && begin - 1 > floor && is_word(character_before(text, begin - 1).code);
    if (!is_word(before.code) && !inner_dot) break;
    begin -= before.size;
  }
  return begin;
}

// "J", "U.S", "H.W": capitals with a dot behind each.
bool is_initials(std::string_view word) {
  std::uint32_t offset = 0;
  while (offset < word.size()) {
    const Character letter = character_at(word, offset);
    if (!is_capital(letter.code)) return false;
    offset += letter.size;
    if (offset < word.size() && word[offset++] != '.') return false;
  }
  return !word.empty();
}

bool is_number(std::string_view word) {
  for (char byte : word) {
    if (!is_digit(static_cast<unsigned char>(byte))) return false;
  }
  return !word.empty();
}

// What comes behind a dot, past spaces and quotation marks.
struct Following {
  char32_t first = 0;  // 0: the paragraph ends
  std::string_view word;
};

Following following(std::string_view text, std::uint32_t offset) {
  while (offset < text.size()) {
    const Character next = character_at(text, offset);
    const std::uint32_t mark = quotation_mark_size(text, offset);
    if (!is_space(next.code) && mark == 0) return {next.code, word_at(text, offset)};
    offset += mark > 0 ? mark : next.size;
  }
  return {};
}

// Whether a word of small letters ends before a mark.
bool ends_small_word(std::string_view text, std::uint32_t mark) {
  constexpr std::uint32_t least = 3;
  if (mark < least) return false;
  return std::all_of(text.begin() + mark - least, text.begin() + mark, is_ascii_small);
}

bool binds_directly(char32_t next) { return next == ',' || next == ';' || next == ':' || next == '/' || next == '-' || is_word(next); }

class DotJudge {
 public:
  DotJudge(std::string_view text, std::uint32_t floor, std::uint32_t dot, std::uint32_t sentence, const SegmentWords& words)
      : text_(text), dot_(dot), sentence_(sentence), begin_(word_begin(text, floor, dot)), word_(text.substr(begin_, dot - begin_)), words_(words) {}

  DotRole judge() const {
    const char32_t next = character_at(text_, dot_ + 1).code;
    if (next == 0) return DotRole::ends;
    if (binds_directly(next)) return lacks_space(text_, dot_ + 1, words_) ? DotRole::ends : DotRole::inner;
    if (possessive_follows()) return DotRole::inner;
    const Following behind = following(text_, dot_ + 1);
    if (behind.first == 0) return DotRole::ends;
    if (is_small(behind.first) && is_space(next)) return DotRole::inner;
    if (next == ')') return is_abbreviation() ? DotRole::inner : DotRole::ends;
    if (is_number(word_)) return begin_ == sentence_ && word_.size() <= 3 ? DotRole::inner : DotRole::ends;
    return by_abbreviation(behind);
  }

 private:
  bool is_abbreviation() const { return is_initials(word_) || words_.title_abbreviations.contains(word_) || words_.other_abbreviations.contains(word_); }

  // Inc.'s
  bool possessive_follows() const {
    const std::uint32_t mark = quotation_mark_size(text_, dot_ + 1);
    if (mark == 0 || !is_abbreviation()) return false;
    const std::uint32_t behind = dot_ + 1 + mark;
    return character_at(text_, behind).code == 's' && !is_word(character_at(text_, behind + 1).code);
  }

  DotRole by_abbreviation(const Following& behind) const {
    const bool opener = opens_sentence(behind.word, words_);
    const bool goes_on = is_capital(behind.first) || is_digit(behind.first) || behind.first == '(';
    if (words_.number_abbreviations.contains(word_)) return is_digit(behind.first) ? DotRole::inner : DotRole::ends;
    if (words_.title_abbreviations.contains(word_)) { return goes_on && !(opener && begin_ == sentence_) ? DotRole::inner : DotRole::ends; }
    if (is_initials(word_) || words_.other_abbreviations.contains(word_)) { return goes_on && !opener && !speech_follows() ? DotRole::inner : DotRole::ends; }
    return DotRole::ends;
  }

  // `… on X. “Nobody came,”`: words in quotation marks that end with a mark of their own are a sentence; `Ann L. “Bo” Lee` has none.
  bool speech_follows() const {
    constexpr std::uint32_t reach = 600;  // bytes: few quotations are longer, and each dot looks for an end
    if (!is_space(character_at(text_, dot_ + 1).code)) return false;
    std::uint32_t offset = dot_ + 2;
    const std::uint32_t opening = quotation_mark_size(text_, offset);
    if (opening == 0) return false;
    const std::size_t end = std::min<std::size_t>(text_.size(), offset + reach);
    for (offset += opening; offset < end; offset += character_at(text_, offset).size) {
      const std::uint32_t mark = quotation_mark_size(text_, offset);
      if (mark == 0 || is_word(character_at(text_, offset + mark).code)) continue;
      const char32_t last = character_before(text_, offset).code;
      return last == ',' || last == '.' || last == '?' || last == '!';
    }
    return false;
  }

  std::string_view text_;  // up to the end of the paragraph
  std::uint32_t dot_;
  std::uint32_t sentence_;
  std::uint32_t begin_;
  std::string_view word_;
  const SegmentWords& words_;
};

}  // namespace

DotRole judge_dot(std::string_view text, Span paragraph, std::uint32_t dot, std::uint32_t sentence, const SegmentWords& words) {
  return DotJudge(text.substr(0, paragraph.end), paragraph.begin, dot, sentence, words).judge();
}

bool opens_sentence(std::string_view word, const SegmentWords& words) { return words.sentence_openers.contains(before_apostrophe(word)); }

bool lacks_space(std::string_view text, std::uint32_t offset, const SegmentWords& words) {
  if (offset == 0 || !is_capital(character_at(text, offset).code) || !ends_small_word(text, offset - 1)) return false;
  const std::string_view word = word_at(text, offset);
  constexpr std::size_t too_long_for_a_domain = 5;  // "Acme.Com"
  const bool is_word_of_a_sentence = opens_sentence(word, words) || word.size() >= too_long_for_a_domain;
  return is_word_of_a_sentence && is_space(character_at(text, offset + static_cast<std::uint32_t>(word.size())).code);
}

std::string_view word_at(std::string_view text, std::uint32_t offset) {
  std::uint32_t end = offset;
  while (end - offset < longest_word) {
    const Character next = character_at(text, end);
    const bool inner_dot = next.code == '.' && end > offset && is_word(character_at(text, end + 1).code);
    const bool apostrophe = (next.code == '\'' || next.code == 0x2019) && is_letter(character_at(text, end + next.size).code);
    if (!is_word(next.code) && !inner_dot && !apostrophe) break;
    end += next.size;
  }
  return text.substr(offset, end - offset);
}

}  // namespace onrecord
