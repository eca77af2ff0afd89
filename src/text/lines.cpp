#include <algorithm>
#include <utility>

#include "onrecord/base/utf8.h"
#include "onrecord/text/byte_set.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/segment.h"

namespace onrecord {
namespace {

constexpr std::uint32_t shortest_wrap = 50;
constexpr std::uint32_t longest_wrap = 105;

constexpr ByteSet may_end_line("\n\v\f\xC2\xE2");

// The size of the line end at `offset`, 0 where there is none: \n, U+0085, U+2028, U+2029; behind something on the line
// also \v, with which word processors break lines, and \f: where it begins a line that only begins a new page.
std::uint32_t line_end_at(std::string_view text, std::uint32_t line_begin, std::uint32_t offset) {
  if (text[offset] == '\n') return 1;
  if (text[offset] == '\v' || text[offset] == '\f') return offset > line_begin ? 1 : 0;
  const Character character = character_at(text, offset);
  return character.code == 0x85 || character.code == 0x2028 || character.code == 0x2029 ? character.size : 0;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t blank = 0;
  const auto add = [&](Span whole) {
    const Span span = without_space(text, whole);
    if (span.empty()) {
      ++blank;
    } else {
      lines.push_back({span, std::exchange(blank, 0)});
    }
  };
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t begin = 0;
  for (std::uint32_t offset = 0; (offset = static_cast<std::uint32_t>(may_end_line.find_in(text, offset))) < size; ++offset) {
    if (const std::uint32_t length = line_end_at(text, begin, offset)) {
      add({begin, offset});
      begin = offset + length;
      offset = begin - 1;
    }
  }
  if (begin < size) add({begin, size});
  return lines;
}

// Hard-wrapped text. A program that wraps lines breaks before the first word that does not fit, so in wrapped text
// every line but a paragraph's last is too long to take the next line's first word as well. Lines are joined only if
// that holds, in documents where most of such lines visibly go on in the next one: no end mark, then a small letter.
// A line that stands further in than the one above it begins a paragraph.
class Unwrapper {
 public:
  Unwrapper(std::string_view text, const std::vector<Line>& lines) : text_(text), lines_(lines) {
    lengths_.reserve(lines.size());
    indents_.reserve(lines.size());
    for (const Line& line : lines) indents_.push_back(indent_of(line));
    const std::uint32_t of_all = indents_.empty() ? 0 : *std::min_element(indents_.begin(), indents_.end());
    for (std::size_t i = 0; i < lines.size(); ++i) lengths_.push_back(indents_[i] - of_all + length_of(lines[i]));
    find_width();
    is_wrapped_ = width_ > 0 && goes_on_mostly();
  }

  bool joins(std::size_t upper) const {
    return is_wrapped_ && is_full(upper) && !ends_question(upper) && !is_item(upper + 1);
  }

 private:
  /// How far from its beginning there is something on the line; a tab counts up to the next of its stops.
  std::uint32_t indent_of(const Line& line) const {
    constexpr std::uint32_t tab_stops = 8;
    std::uint32_t begin = line.span.begin;
    while (begin > 0 && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) --begin;
    std::uint32_t indent = 0;
    for (; begin < line.span.begin; ++begin) indent = text_[begin] == '\t' ? (indent / tab_stops + 1) * tab_stops : indent + 1;
    return indent;
  }

  /// Of lines that are too long whatever they are made of it is enough to know that.
  std::uint32_t length_of(const Line& line) const {
    constexpr std::uint32_t most_bytes_of_a_character = 4;
    if (line.span.size() > longest_wrap * most_bytes_of_a_character) return line.span.size();
    return count_characters(slice(text_, line.span));
  }

  void find_width() {
    std::size_t too_long = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_one_word(i)) continue;
      if (lengths_[i] > longest_wrap) {
        ++too_long;
      } else {
        width_ = std::max(width_, lengths_[i]);
      }
    }
    if (width_ < shortest_wrap || too_long * 20 > lengths_.size()) width_ = 0;
  }

  /// Such a line is as long as its word, which may be an address.
  bool is_one_word(std::size_t line) const { return slice(text_, lines_[line].span).find(' ') == std::string_view::npos; }

  bool goes_on_mostly() const {
    std::size_t full = 0;
    std::size_t going_on = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!is_full(i)) continue;
      ++full;
      going_on += goes_on(i);
    }
    return going_on >= 1 && going_on * 2 >= full;
  }

  bool is_full(std::size_t upper) const {
    if (upper + 1 >= lines_.size() || lines_[upper + 1].blank_before > 0) return false;
    if (indents_[upper + 1] > indents_[upper] && !is_item(upper)) return false;
    if (lengths_[upper] * 2 < width_ || (lengths_[upper] > width_ && !is_one_word(upper))) return false;
    const std::string_view next = slice(text_, lines_[upper + 1].span);
    const std::string_view first_word = next.substr(0, next.find(' '));
    return lengths_[upper] + 1 + first_word.size() > width_;
  }

  bool goes_on(std::size_t upper) const {
    const char32_t last = character_before(text_, lines_[upper].span.end).code;
    const bool has_end_mark = last == '.' || last == '!' || last == '?' || last == ':';
    return !has_end_mark && is_small(character_at(text_, lines_[upper + 1].span.begin).code);
  }

  bool ends_question(std::size_t line) const { return text_[lines_[line].span.end - 1] == '?'; }

  // Begins with a bullet, a dash, "1." or "1)", a letter with a colon: an item, an answer, a heading.
  bool is_item(std::size_t line) const {
    std::uint32_t offset = lines_[line].span.begin;
    const Character first = character_at(text_, offset);
    if (is_digit(first.code)) {
      while (offset < lines_[line].span.end && is_digit(character_at(text_, offset).code)) ++offset;
      const char32_t behind = character_at(text_, offset).code;
      return (behind == '.' || behind == ')') && is_space(character_at(text_, offset + 1).code);
    }
    const char32_t second = character_at(text_, offset + first.size).code;
    if (is_capital(first.code)) return second == ':';
    return first.code == '#' || first.code == 0x2022 || first.code == 0xB7 ||
           ((is_dash(first.code) || first.code == '*') && second == ' ');
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<std::uint32_t> indents_;  // in characters
  std::vector<std::uint32_t> lengths_;  // in characters, from where the lines that stand furthest out begin
  std::uint32_t width_ = 0;             // of the longest line; 0: the lines are no wrapped text
  bool is_wrapped_ = false;
};

std::vector<Paragraph> join_lines(std::string_view text, const std::vector<Line>& lines) {
  const Unwrapper unwrapper(text, lines);
  std::vector<Paragraph> paragraphs;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && unwrapper.joins(i - 1)) {
      paragraphs.back().span.end = lines[i].span.end;
      paragraphs.back().last_line = i;
    } else {
      paragraphs.push_back({lines[i].span, i, i});
    }
  }
  return paragraphs;
}

}  // namespace

Document read_lines(std::string text) {
  Document document;
  document.text = std::move(text);
  document.folded = FoldedText(document.text);
  document.lines = split_lines(document.folded.text());
  document.paragraphs = join_lines(document.folded.text(), document.lines);
  return document;
}

}  // namespace onrecord
