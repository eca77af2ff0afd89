#include "onrecord/text/quotation_marks.h"

#include <algorithm>

#include "onrecord/base/small_letters.h"
#include "onrecord/text/byte_set.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

enum class Shape { none, opening, closing, low, neutral };

struct MarkShape {
  Shape shape = Shape::none;
  bool is_single = false;
  std::uint32_t size = 0;
};

MarkShape ascii_shape(std::string_view text, std::uint32_t offset) {
  const char byte = text[offset];
  const bool doubled = offset + 1 < text.size() && text[offset + 1] == byte;
  if (byte == '"') return {Shape::neutral, false, 1};
  if (byte == '\'') return doubled ? MarkShape{Shape::neutral, false, 2} : MarkShape{Shape::neutral, true, 1};
  if (byte == '`') return doubled ? MarkShape{Shape::opening, false, 2} : MarkShape{Shape::opening, true, 1};
  return {};
}

// ‘‘ and ’’ stand for double marks as '' does.
MarkShape single_curly_shape(std::string_view text, std::uint32_t offset, const Character& mark) {
  const bool doubled = character_at(text, offset + mark.size).code == mark.code;
  const Shape shape = mark.code == 0x2018 ? Shape::opening : Shape::closing;
  return {shape, !doubled, doubled ? 2 * mark.size : mark.size};
}

constexpr ByteSet may_be_mark("\"'`\xE2\xC2");

MarkShape shape_at(std::string_view text, std::uint32_t offset) {
  const char byte = text[offset];
  if (byte == '"' || byte == '\'' || byte == '`') return ascii_shape(text, offset);
  if (byte != '\xE2' && byte != '\xC2') return {};
  const Character character = character_at(text, offset);
  switch (character.code) {
    case 0x2018:
    case 0x2019: return single_curly_shape(text, offset, character);
    case 0x201C:
    case 0xAB: return {Shape::opening, false, character.size};
    case 0x201D:
    case 0xBB: return {Shape::closing, false, character.size};
    case 0x201E:
    case 0x201F: return {Shape::low, false, character.size};
    case 0x2039: return {Shape::opening, true, character.size};
    case 0x203A: return {Shape::closing, true, character.size};
    case 0x201A:
    case 0x201B: return {Shape::low, true, character.size};
    default: return {};
  }
}

bool is_opening_bracket(char32_t code) { return code == '(' || code == '[' || code == '{'; }

bool is_closing_punctuation(char32_t code) {
  return code == '.' || code == ',' || code == ';' || code == ':' || code == '!' || code == '?' || code == ')' || code == ']' || code == '}' || code == 0x2026;
}

// A run of marks that touch each other, and what stands left and right of the run: in `"'Yes,' he said` both marks have
// the start on their left and a letter on their right. 0 is an edge of the paragraph.
struct Neighbours {
  char32_t left = 0;
  char32_t right = 0;
  bool left_is_gap() const { return left == 0 || is_space(left); }
  bool right_is_gap() const { return right == 0 || is_space(right); }
  bool may_open() const { return (left_is_gap() || is_opening_bracket(left) || is_dash(left) || left == '/') && !right_is_gap(); }
  bool may_close() const { return (right_is_gap() || is_closing_punctuation(right) || is_dash(right) || right == '/') && !left_is_gap(); }
};

class MarkFinder {
 public:
  MarkFinder(std::string_view text, Span paragraph, const SegmentWords& words) : text_(text.substr(0, paragraph.end)), begin_(paragraph.begin), words_(words) {}

  std::vector<QuotationMark> find() {
    std::uint32_t offset = begin_;
    while ((offset = static_cast<std::uint32_t>(may_be_mark.find_in(text_, offset))) < text_.size()) {
      const MarkShape first = shape_at(text_, offset);
      offset = first.size == 0 ? offset + 1 : add_run(offset);
    }
    drop_inches();
    return std::move(marks_);
  }

 private:
  // 6’2”: a curly mark of inches may as well close a quotation. It does not if the next double mark closes one.
  void drop_inches() {
    bool next_closes = false;
    for (std::size_t i = marks_.size(); i-- > 0;) {
      QuotationMark& mark = marks_[i];
      if (mark.is_single) continue;
      const bool closes = mark.can_close && !mark.can_open;
      if (closes && next_closes && is_measure(mark.span)) {
        mark.can_close = false;
      } else {
        next_closes = closes;
      }
    }
    std::erase_if(marks_, [](const QuotationMark& mark) { return !mark.can_open && !mark.can_close; });
  }

  std::uint32_t add_run(std::uint32_t begin) {
    std::uint32_t end = begin;
    while (end < text_.size()) {
      const std::uint32_t size = shape_at(text_, end).size;
      if (size == 0) break;
      end += size;
    }
    const Neighbours neighbours{begin > begin_ ? character_before(text_, begin).code : 0, character_at(text_, end).code};
    for (std::uint32_t offset = begin; offset < end;) {
      const MarkShape shape = shape_at(text_, offset);
      const Span span{offset, offset + shape.size};
      const QuotationMark mark = shape.is_single ? single_mark(span, shape.shape, neighbours) : double_mark(span, shape.shape, neighbours);
      if (mark.can_open || mark.can_close) marks_.push_back(mark);
      offset = span.end;
    }
    return end;
  }

  QuotationMark double_mark(Span span, Shape shape, const Neighbours& around) const {
    QuotationMark mark{.span = span};
    if (shape == Shape::neutral) {
      straight_double(mark, around);
    } else if (shape == Shape::low) {
      mark.can_open = true;
    } else if (shape == Shape::opening) {
      const bool alone = around.left_is_gap() && around.right_is_gap();
      mark.can_close = alone || (around.may_close() && !around.may_open());
      mark.can_open = alone || !mark.can_close;
    } else {
      mark.can_open = around.may_open() && around.left_is_gap() && is_word(around.right);
      mark.can_close = !mark.can_open;
    }
    const bool introduces = around.left == ',' || around.left == ':';
    mark.may_be_misplaced = mark.can_close && !mark.can_open && introduces && is_space(around.right);
    mark.begins_sentence = mark.can_open && !mark.can_close && is_space(around.left) && is_capital(around.right) && is_behind_sentence(span.begin);
    return mark;
  }

  bool is_behind_sentence(std::uint32_t offset) const {
    while (offset > begin_ && is_space(character_before(text_, offset).code)) offset -= character_before(text_, offset).size;
    const char32_t last = character_before(text_, offset).code;
    return offset > begin_ && (last == '.' || last == '!' || last == '?' || last == 0x2026);
  }

  void straight_double(QuotationMark& mark, const Neighbours& around) const {
    mark.can_open = around.may_open();
    mark.can_close = around.may_close();
    if (is_measure(mark.span)) mark.can_close = false;
    if (mark.can_open || mark.can_close) return;
    // Neighbours say nothing: `Yes,"he said`, or a mark alone between spaces. Inside a word it means nothing.
    const bool alone = around.left_is_gap() && around.right_is_gap();
    if (alone) {
      mark.can_open = around.right != 0;
      mark.can_close = around.left != 0;
    } else if (is_closing_punctuation(around.left)) {
      mark.can_open = mark.can_close = true;
    }
  }

  // 6'2": a digit, a single mark, digits, this mark.
  bool is_measure(Span mark) const {
    std::uint32_t offset = mark.begin;
    if (offset == begin_ || !is_digit(text_[offset - 1])) return false;
    while (offset > begin_ && is_digit(text_[offset - 1])) --offset;
    const Character before = character_before(text_, offset);
    if (before.code != '\'' && before.code != 0x2019) return false;
    return is_digit(character_before(text_, offset - before.size).code);
  }

  QuotationMark single_mark(Span span, Shape shape, const Neighbours& around) const {
    QuotationMark mark{.span = span, .is_single = true};
    const bool opens = shape != Shape::closing && around.may_open() &&
                       (is_word(around.right) || around.right == 0x2026 || around.right == '.' || around.right == '$' || around.right == '[');
    mark.can_open = opens && !is_elision(span.end);
    mark.can_close = shape != Shape::low && (shape != Shape::opening || !around.may_open()) && around.may_close() && !opens && !ends_elision(span.begin);
    mark.is_apostrophe_like = mark.can_close && is_space(around.right) && may_lack_letters(span.begin);
    return mark;
  }

  // The word before a mark ends as "workers'" and "runnin'" do, where an apostrophe stands for what is left out.
  bool may_lack_letters(std::uint32_t mark) const {
    const std::string_view before = text_.substr(begin_, mark - begin_);
    const WordSet& endings = words_.apostrophe_endings;
    return std::any_of(endings.begin(), endings.end(), [before](const std::string& ending) { return before.ends_with(ending); });
  }

  // '90s, 'em, 'tis: the word behind the mark is one that is written with an apostrophe in front.
  bool is_elision(std::uint32_t offset) const {
    std::uint32_t end = offset;
    while (end < text_.size() && end < offset + 16) {
      const Character next = character_at(text_, end);
      if (!is_word(next.code)) break;
      end += next.size;
    }
    const std::string_view word = text_.substr(offset, end - offset);
    if (word.size() >= 2 && is_digit(word[0]) && is_digit(word[1])) return word.size() == 2 || !is_digit(word[2]);
    std::string small(word);
    if (!small.empty()) small[0] = small_letter(small[0]);
    return words_.elisions.contains(small);
  }

  // Rock 'n' roll: a single letter that lacks others on both sides.
  bool ends_elision(std::uint32_t mark) const {
    const Character letter = character_before(text_, mark);
    const std::uint32_t begin = mark - letter.size;
    if (mark <= begin_ + 1 || !is_word(letter.code)) return false;
    const char32_t before = character_before(text_, begin).code;
    return (before == '\'' || before == 0x2019 || before == 0x2018) && words_.elisions.contains(text_.substr(begin, letter.size));
  }

  std::string_view text_;  // up to the end of the paragraph
  std::uint32_t begin_;
  const SegmentWords& words_;
  std::vector<QuotationMark> marks_;
};

}  // namespace

std::vector<QuotationMark> find_quotation_marks(std::string_view text, Span paragraph, const SegmentWords& words) {
  return MarkFinder(text, paragraph, words).find();
}

std::uint32_t quotation_mark_size(std::string_view text, std::uint32_t offset) { return offset < text.size() ? shape_at(text, offset).size : 0; }

}  // namespace onrecord
