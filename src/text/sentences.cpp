#include "onrecord/text/sentences.h"

#include <algorithm>

#include "onrecord/text/bullet.h"
#include "onrecord/text/byte_set.h"
#include "onrecord/text/characters.h"
#include "onrecord/text/inner_dots.h"
#include "onrecord/text/quotation_marks.h"
#include "onrecord/text/quotations.h"

// Goes from end mark to end mark. Each is looked at once, with a bounded stretch of text before and behind it.

namespace onrecord {
namespace {

constexpr std::uint32_t longest_sentence = 4096;
constexpr std::uint32_t longest_bracket = 400;
constexpr int most_name_words = 3;

// Full stops, question and exclamation marks, dots of an ellipsis that stand together.
struct EndMark {
  Span span;
  bool is_ellipsis = false;
  bool is_strong = false;  // holds ? or !
};

constexpr ByteSet may_end(".!?\xE2");
constexpr ByteSet bracket_bytes("()[]");

bool is_end_character(char32_t code) { return code == '.' || code == '!' || code == '?' || code == 0x2026; }

class SentenceFinder {
 public:
  SentenceFinder(Document& document, const SegmentWords& words) : document_(document), whole_(document.folded.text()), words_(words) {}

  void find() {
    for (paragraph_ = 0; paragraph_ < document_.lines.size(); ++paragraph_) split_paragraph(document_.lines[paragraph_].span);
  }

 private:
  void split_paragraph(Span paragraph) {
    bounds_ = paragraph;
    text_ = whole_.substr(0, paragraph.end);
    sentence_ = paragraph.begin + size_of_mark();
    find_brackets();
    std::uint32_t offset = sentence_;
    while ((offset = static_cast<std::uint32_t>(may_end.find_in(text_, offset))) < paragraph.end) {
      const Character next = character_at(text_, offset);
      offset = is_end_character(next.code) ? take_end_mark(offset) : offset + next.size;
    }
    add_sentence(paragraph.end);
  }

  // What marks the line as an item of a list belongs to no sentence. A dash may as well stand before the name of who said the line above: it
  // marks an item where the line above or the next one has such a dash, too.
  std::uint32_t size_of_mark() const {
    const std::uint32_t size = bullet_size(document_.folded.slice(bounds_));
    if (size == 0 || !begins_with_dash(paragraph_)) return size;
    const bool has_fellow = (paragraph_ > 0 && begins_with_dash(paragraph_ - 1)) || begins_with_dash(paragraph_ + 1);
    return has_fellow ? size : 0;
  }

  bool begins_with_dash(std::size_t line) const {
    if (line >= document_.lines.size()) return false;
    const std::string_view text = document_.folded.slice(document_.lines[line].span);
    return bullet_size(text) > 0 && is_dash(character_at(text, 0).code);
  }

  // Brackets that close again soon: no sentence ends inside them, unless they hold sentences of their own.
  void find_brackets() {
    brackets_.clear();
    next_bracket_ = 0;
    std::vector<std::uint32_t> open;
    for (std::uint32_t offset = bounds_.begin; (offset = static_cast<std::uint32_t>(bracket_bytes.find_in(text_, offset))) < bounds_.end; ++offset) {
      if (text_[offset] == '(' || text_[offset] == '[') open.push_back(offset);
      if ((text_[offset] != ')' && text_[offset] != ']') || open.empty()) continue;
      const Span bracket{open.back(), offset + 1};
      if (open.size() == 1 && bracket.size() <= longest_bracket && !stands_alone(bracket)) brackets_.push_back(bracket);
      open.pop_back();
    }
  }

  // "He left. (She stayed. They wept.)": behind a sentence, and its last sentence ends inside.
  bool stands_alone(Span bracket) const {
    if (text_[bracket.begin] != '(') return false;
    const Span before = without_space(text_, {bounds_.begin, bracket.begin});
    return (before.empty() || ends_here(before.end)) && ends_here(bracket.end - 1);
  }

  // Whether an end mark stands before `offset`, quotation marks aside.
  bool ends_here(std::uint32_t offset) const {
    char32_t last = 0;
    while (offset > bounds_.begin) {
      const Character before = character_before(text_, offset);
      last = before.code;
      offset -= before.size;
      if (quotation_mark_size(text_, offset) == 0) break;
    }
    return is_end_character(last);
  }

  EndMark read_end_mark(std::uint32_t offset) const {
    EndMark mark{.span = {offset, offset}};
    std::uint32_t dots = 0;
    while (true) {
      const Character next = character_at(text_, mark.span.end);
      if (!is_end_character(next.code)) break;
      mark.is_strong |= next.code == '!' || next.code == '?';
      dots += next.code == '.' ? 1 : next.code == 0x2026 ? 3 : 0;
      mark.span.end += next.size;
      if (next.code == '.' && text_.substr(mark.span.end, 2) == " .") ++mark.span.end;
    }
    mark.is_ellipsis = dots > 1;
    return mark;
  }

  std::uint32_t take_end_mark(std::uint32_t offset) {
    const EndMark mark = read_end_mark(offset);
    const bool single_dot = mark.span.size() == 1 && !mark.is_strong && !mark.is_ellipsis;
    if (single_dot && judge_dot(whole_, bounds_, offset, sentence_, words_) == DotRole::inner) {
      document_.inner_dots.push_back(offset);
      return mark.span.end;
    }
    const std::uint32_t end = past_loose_mark(mark.span.begin, past_closing_marks(mark.span.end));
    if (is_boundary(mark, end)) {
      add_sentence(end);
    } else if (mark.is_ellipsis) {
      add_inner_dots(mark.span);
    } else if (single_dot && !outer_quotation(offset)) {
      document_.inner_dots.push_back(offset);
    }
    return end;
  }

  void add_inner_dots(Span span) {
    for (std::uint32_t offset = span.begin; offset < span.end; ++offset) {
      if (text_[offset] == '.') document_.inner_dots.push_back(offset);
    }
  }

  std::uint32_t past_closing_marks(std::uint32_t offset) const {
    while (offset < bounds_.end) {
      const std::uint32_t mark = quotation_mark_size(text_, offset);
      const bool closes = mark > 0 ? !quotation_begins(offset) : text_[offset] == ')' || text_[offset] == ']';
      if (!closes) break;
      offset += std::max(mark, 1U);
    }
    return offset;
  }

  // Behind a mark that closes the quotation of `offset`, though there is a space before it: `He said “I will. ” Then he left`.
  std::uint32_t past_loose_mark(std::uint32_t offset, std::uint32_t end) {
    const Quotation* quotation = outer_quotation(offset);
    if (quotation == nullptr || end >= quotation->span.end) return end;
    const Span rest = without_space(text_, {end, quotation->span.end});
    return rest.size() > 0 && quotation_mark_size(text_, rest.begin) == rest.size() ? rest.end : end;
  }

  bool quotation_begins(std::uint32_t offset) const {
    const auto& all = document_.quotations;
    const auto found = std::lower_bound(all.begin(), all.end(), offset, [](const Quotation& q, std::uint32_t at) { return q.span.begin < at; });
    return found != all.end() && found->span.begin == offset && found->inner.begin != offset;
  }

  const Quotation* outer_quotation(std::uint32_t offset) {
    auto& all = document_.quotations;
    while (next_quotation_ < all.size() && (all[next_quotation_].depth > 0 || all[next_quotation_].span.end <= offset)) ++next_quotation_;
    if (next_quotation_ == all.size() || !all[next_quotation_].span.contains(offset)) return nullptr;
    return &all[next_quotation_];
  }

  bool inside_bracket(std::uint32_t offset, std::uint32_t end) {
    while (next_bracket_ < brackets_.size() && brackets_[next_bracket_].end <= offset) ++next_bracket_;
    if (next_bracket_ == brackets_.size() || !brackets_[next_bracket_].contains(offset)) return false;
    const Span bracket = brackets_[next_bracket_];
    // A bracket that is a sentence of its own ends one.
    return end < bracket.end || without_space(text_, {sentence_, bracket.begin}).size() > 0;
  }

  bool is_boundary(const EndMark& mark, std::uint32_t end) {
    const Quotation* quotation = outer_quotation(mark.span.begin);
    if (quotation && end < quotation->span.end) return false;
    if (inside_bracket(mark.span.begin, end)) return false;
    const Span rest = without_space(text_, {end, bounds_.end});
    if (rest.empty()) return true;
    // A space may be missing: `“Why?”Then`, `left.The council`.
    const bool glued = rest.begin == end && !quotation_begins(end) && !(mark.span.end == end && lacks_space(text_, end, words_));
    if (glued && (quotation == nullptr || !is_capital(character_at(text_, end).code))) return false;
    return begins_sentence(rest.begin, mark, quotation != nullptr);
  }

  bool begins_sentence(std::uint32_t offset, const EndMark& mark, bool ends_quotation) const {
    const bool opens_quotation = quotation_begins(offset);
    if (opens_quotation) return !mark.is_ellipsis || opens_with_capital(offset);
    const char32_t first = character_at(text_, offset).code;
    if (is_dash(first) || is_small(first)) return false;
    if (is_end_character(first) || first == ',' || first == ';' || first == ':' || first == ')') return false;
    if (mark.is_ellipsis) return opens_sentence(word_at(text_, offset), words_);
    if (ends_quotation && mark.is_strong) return !speaker_and_speech(offset);
    return true;
  }

  bool opens_with_capital(std::uint32_t offset) const { return is_capital(character_at(text_, offset + quotation_mark_size(text_, offset)).code); }

  // One to three capitalised words, titles and initials aside, then a form of saying: `"Why?" Ann Lee asked`.
  bool speaker_and_speech(std::uint32_t offset) const {
    if (opens_sentence(word_at(text_, offset), words_)) return false;
    int names = 0;
    while (names <= most_name_words) {
      const std::string_view word = word_at(text_, offset);
      if (names > 0 && words_.speech_forms.contains(word)) return true;
      if (word.empty() || !is_capital(character_at(word, 0).code)) return false;
      offset += static_cast<std::uint32_t>(word.size());
      const bool has_dot = offset < text_.size() && text_[offset] == '.';
      has_dot ? ++offset : ++names;
      const Character gap = character_at(text_, offset);
      if (!is_space(gap.code)) return false;
      offset += gap.size;
    }
    return false;
  }

  void add_sentence(std::uint32_t end) {
    Span rest = without_space(text_, {sentence_, end});
    while (rest.size() > longest_sentence) {
      const std::uint32_t cut = cut_before(rest.begin + longest_sentence, rest.begin);
      push(without_space(text_, {rest.begin, cut}));
      rest = without_space(text_, {cut, rest.end});
    }
    push(rest);
    sentence_ = without_space(text_, {end, bounds_.end}).begin;
  }

  // The last space before `limit`, else the character border there.
  std::uint32_t cut_before(std::uint32_t limit, std::uint32_t begin) const {
    const std::size_t space = text_.substr(begin, limit - begin).find_last_of(" \n\t");
    if (space != std::string_view::npos && space > 0) return begin + static_cast<std::uint32_t>(space);
    while ((text_[limit] & 0xC0) == 0x80) --limit;
    return limit;
  }

  void push(Span span) {
    if (!span.empty()) document_.sentences.push_back({span, paragraph_});
  }

  Document& document_;
  std::string_view whole_;
  const SegmentWords& words_;
  std::string_view text_;  // up to the end of the paragraph
  Span bounds_;            // of the paragraph
  std::uint32_t paragraph_ = 0;
  std::uint32_t sentence_ = 0;  // where the current one begins
  std::size_t next_quotation_ = 0;
  std::vector<Span> brackets_;
  std::size_t next_bracket_ = 0;
};

}  // namespace

void find_sentences(Document& document, const SegmentWords& words) {
  document.sentences.clear();
  document.inner_dots.clear();
  SentenceFinder(document, words).find();
}

void segment(Document& document, const SegmentWords& words) {
  find_quotations(document, words);
  find_sentences(document, words);
  document.words = TextWords(document.folded.text());
}

}  // namespace onrecord
