#include "onrecord/text/hard_wrap.h"

#include <algorithm>

#include "onrecord/base/utf8.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t shortest_wrap = 50;
constexpr std::uint32_t longest_wrap = 105;
constexpr std::size_t few = 20;  // of so many lines one may be longer than the others

// Names and sums begin lines, too, and sentences end with them.
bool goes_on_mostly(std::size_t going_on, std::size_t lines, std::size_t least = 2) { return going_on >= least && going_on * 3 >= lines; }

}  // namespace

HardWrap::HardWrap(std::string_view text, const std::vector<Line>& lines) : text_(text), lines_(lines) {
  lengths_.reserve(lines.size());
  for (const Line& line : lines) lengths_.push_back(length_of(line));
  find_width();
  if (width_ > 0) manner_ = find_manner();
}

bool HardWrap::joins(std::size_t upper) const {
  if (manner_ == Manner::none || !may_be_broken(upper)) return false;
  if (ends_question(upper) || is_item(upper + 1) || is_indented(upper + 1)) return false;
  if (manner_ == Manner::filled) return is_full(upper) || (is_nearly_full(upper) && !has_end_mark(upper));
  return goes_on(upper) || is_nearly_full(upper);
}

// Of lines that are too long whatever they are made of it is enough to know that.
std::uint32_t HardWrap::length_of(const Line& line) const {
  constexpr std::uint32_t most_bytes_of_a_character = 4;
  if (line.span.size() > longest_wrap * most_bytes_of_a_character) return line.span.size();
  return count_characters(slice(text_, line.span));
}

// An address, say, which nothing could break.
bool HardWrap::is_one_word(const Line& line) const { return slice(text_, line.span).find(' ') == std::string_view::npos; }

void HardWrap::find_width() {
  std::size_t too_long = 0;
  std::vector<std::uint32_t> wrapped;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (lengths_[i] <= longest_wrap) {
      wrapped.push_back(lengths_[i]);
    } else {
      too_long += !is_one_word(lines_[i]);
    }
  }
  if (wrapped.empty() || too_long * few > lines_.size()) return;
  const auto longest = wrapped.end() - 1 - static_cast<std::ptrdiff_t>(wrapped.size() / few);
  std::nth_element(wrapped.begin(), longest, wrapped.end());
  if (*longest >= shortest_wrap) width_ = *longest;
}

HardWrap::Manner HardWrap::find_manner() const {
  std::size_t breakable = 0;
  std::size_t full = 0;
  std::size_t full_going_on = 0;
  std::size_t going_on = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!may_be_broken(i)) continue;
    ++breakable;
    full += is_full(i);
    going_on += goes_on(i);
    full_going_on += is_full(i) && goes_on(i);
  }
  if (full * 3 >= breakable * 2 && goes_on_mostly(full_going_on, full, 1)) return Manner::filled;
  if (goes_on_mostly(going_on, breakable)) return Manner::ragged;
  return goes_on_mostly(full_going_on, full) ? Manner::filled : Manner::none;
}

bool HardWrap::may_be_broken(std::size_t upper) const {
  return upper + 1 < lines_.size() && lines_[upper + 1].blank_before == 0 && lengths_[upper] * 2 >= width_ && lengths_[upper] <= longest_wrap;
}

bool HardWrap::is_full(std::size_t upper) const {
  if (!may_be_broken(upper)) return false;
  const std::string_view next = slice(text_, lines_[upper + 1].span);
  const std::string_view first_word = next.substr(0, next.find(' '));
  return lengths_[upper] + 1 + first_word.size() > width_;
}

bool HardWrap::is_nearly_full(std::size_t upper) const { return lengths_[upper] * 4 >= width_ * 3; }

bool HardWrap::goes_on(std::size_t upper) const {
  return !has_end_mark(upper) && is_small(character_at(text_, lines_[upper + 1].span.begin).code);
}

bool HardWrap::has_end_mark(std::size_t line) const {
  const char32_t last = character_before(text_, lines_[line].span.end).code;
  return last == '.' || last == '!' || last == '?' || last == ':';
}

bool HardWrap::ends_question(std::size_t line) const { return text_[lines_[line].span.end - 1] == '?'; }

// Begins with a bullet, a dash, "1." or "1)", a letter with a colon, "# ": an item, an answer, a heading. A number of
// more digits is a year or a sum.
bool HardWrap::is_item(std::size_t line) const {
  constexpr std::uint32_t most_digits = 3;
  const std::uint32_t begin = lines_[line].span.begin;
  const Character first = character_at(text_, begin);
  if (is_digit(first.code)) {
    std::uint32_t offset = begin;
    while (offset < lines_[line].span.end && is_digit(character_at(text_, offset).code)) ++offset;
    const char32_t behind = character_at(text_, offset).code;
    return offset - begin <= most_digits && (behind == '.' || behind == ')') && is_space(character_at(text_, offset + 1).code);
  }
  const char32_t second = character_at(text_, begin + first.size).code;
  if (is_capital(first.code)) return second == ':';
  if (first.code == '#') return second == '#' || is_space(second);
  return first.code == 0x2022 || first.code == 0xB7 || ((is_dash(first.code) || first.code == '*') && second == ' ');
}

// Stands further right than the line above, as the first line of a paragraph does; below an item it is the item's.
bool HardWrap::is_indented(std::size_t line) const {
  const auto indent = [this](std::size_t index) {
    const std::uint32_t begin = lines_[index].span.begin;
    std::uint32_t spaces = 0;
    while (spaces < begin && (text_[begin - spaces - 1] == ' ' || text_[begin - spaces - 1] == '\t')) ++spaces;
    return spaces;
  };
  return indent(line) > indent(line - 1) && !is_item(line - 1);
}

}  // namespace onrecord
