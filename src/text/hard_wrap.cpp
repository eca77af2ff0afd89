#include "onrecord/text/hard_wrap.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/base/utf8.h"
#include "onrecord/text/bullet.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t shortest_wrap = 50;
constexpr std::uint32_t longest_wrap = 105;
constexpr std::size_t few = 20;  // of so many lines one may be longer than the others

// Names and sums begin lines, too, and sentences end with them.
bool goes_on_mostly(std::size_t going_on, std::size_t lines) { return going_on > 0 && going_on * 3 >= lines; }

// "A:", "MS. LEE:"
bool has_label(std::string_view line) {
  constexpr std::size_t longest_label = 30;
  const std::size_t colon = line.substr(0, longest_label).find(':');
  if (colon == std::string_view::npos) return false;
  return std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), is_ascii_small);
}

}  // namespace

HardWrap::HardWrap(std::string_view text, const std::vector<Line>& lines) : text_(text), lines_(lines) {
  indents_.reserve(lines.size());
  lengths_.reserve(lines.size());
  for (const Line& line : lines) indents_.push_back(indent_of(line));
  const std::uint32_t of_all = indents_.empty() ? 0 : *std::min_element(indents_.begin(), indents_.end());
  for (std::size_t i = 0; i < lines.size(); ++i) lengths_.push_back(indents_[i] - of_all + length_of(lines[i]));
  find_width();
  if (width_ > 0) manner_ = find_manner();
}

bool HardWrap::joins(std::size_t upper) const {
  if (manner_ == Manner::none || !may_be_broken(upper)) return false;
  if (ends_question(upper) || is_item(upper + 1)) return false;
  if (goes_on(upper) || is_full(upper)) return true;
  return is_nearly_full(upper) && (manner_ == Manner::ragged || !has_end_mark(upper));
}

// How far from its beginning there is something on the line; a tab counts up to the next of its stops.
std::uint32_t HardWrap::indent_of(const Line& line) const {
  constexpr std::uint32_t tab_stops = 8;
  std::uint32_t begin = line.span.begin;
  while (begin > 0 && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) --begin;
  std::uint32_t indent = 0;
  for (; begin < line.span.begin; ++begin) indent = text_[begin] == '\t' ? (indent / tab_stops + 1) * tab_stops : indent + 1;
  return indent;
}

// Of lines that are too long whatever they are made of it is enough to know that.
std::uint32_t HardWrap::length_of(const Line& line) const {
  constexpr std::uint32_t most_bytes_of_a_character = 4;
  if (line.span.size() > longest_wrap * most_bytes_of_a_character) return line.span.size();
  return count_characters(slice(text_, line.span));
}

// An address, say, which nothing could break.
bool HardWrap::is_one_word(std::size_t line) const { return slice(text_, lines_[line].span).find(' ') == std::string_view::npos; }

void HardWrap::find_width() {
  std::size_t too_long = 0;
  std::vector<std::uint32_t> wrapped;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (is_one_word(i)) continue;
    if (lengths_[i] <= longest_wrap) {
      wrapped.push_back(lengths_[i]);
    } else {
      ++too_long;
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
  if (full * 3 >= breakable * 2 && goes_on_mostly(full_going_on, full)) return Manner::filled;
  if (going_on > 1 && goes_on_mostly(going_on, breakable)) return Manner::ragged;
  return goes_on_mostly(full_going_on, full) ? Manner::filled : Manner::none;
}

// A line that stands further in than the one above begins a paragraph; below an item it is the item's.
bool HardWrap::may_be_broken(std::size_t upper) const {
  if (upper + 1 >= lines_.size() || lines_[upper + 1].blank_before > 0) return false;
  if (indents_[upper + 1] > indents_[upper] && !is_item(upper)) return false;
  return lengths_[upper] * 2 >= width_ && (lengths_[upper] <= longest_wrap || is_one_word(upper));
}

bool HardWrap::is_full(std::size_t upper) const {
  if (!may_be_broken(upper)) return false;
  const std::string_view next = slice(text_, lines_[upper + 1].span);
  const std::string_view first_word = next.substr(0, next.find(' '));
  return lengths_[upper] + 1 + first_word.size() > width_;
}

bool HardWrap::is_nearly_full(std::size_t upper) const { return lengths_[upper] * 3 >= width_ * 2; }

bool HardWrap::goes_on(std::size_t upper) const { return !has_end_mark(upper) && is_small(character_at(text_, lines_[upper + 1].span.begin).code); }

bool HardWrap::has_end_mark(std::size_t line) const {
  const char32_t last = character_before(text_, lines_[line].span.end).code;
  return last == '.' || last == '!' || last == '?' || last == ':';
}

bool HardWrap::ends_question(std::size_t line) const { return text_[lines_[line].span.end - 1] == '?'; }

// With "ANN LEE: " an answer begins, or what the next one says; with "# " a heading.
bool HardWrap::is_item(std::size_t line) const {
  const std::string_view text = slice(text_, lines_[line].span);
  if (bullet_size(text) > 0) return true;
  const Character first = character_at(text, 0);
  if (first.code == '#') return text.starts_with("##") || is_space(character_at(text, first.size).code);
  return is_capital(first.code) && has_label(text);
}

}  // namespace onrecord
