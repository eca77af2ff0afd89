#include "onrecord/text/quotations.h"

#include <algorithm>

#include "onrecord/text/characters.h"
#include "onrecord/text/quotation_marks.h"

// One pass over the marks of each paragraph with a stack: a closing mark closes the innermost opening one, whatever the
// two look like. Opening marks that nothing closes are dropped, with what they enclose left as it is; only the last one
// of a paragraph may stay open to the paragraph's end. Since matched pairs are right without the dropped ones, nothing
// is scanned twice.

namespace onrecord {
namespace {

constexpr std::uint8_t deepest = 3;

struct Pair {
  Span open;   // empty: the quotation goes on from the paragraph before
  Span close;  // empty: none
};

// What was found in one paragraph for one sort of outer marks.
struct PairedParagraph {
  std::vector<Pair> pairs;           // in the order of their closing marks
  Span unclosed;                     // the last opening mark, where nothing closes it; empty: none
  Span first_close;                  // a closing mark before any opening one; empty: none
  bool begins_with_opening = false;  // an opening mark is the first thing in it
};

class Pairer {
 public:
  Pairer(const std::vector<QuotationMark>& marks, bool outer_is_single)
      : marks_(marks), outer_is_single_(outer_is_single) {}

  PairedParagraph pair(Span paragraph) {
    for (index_ = 0; index_ < marks_.size(); ++index_) {
      const QuotationMark& mark = marks_[index_];
      mark.is_single ? take_single(mark) : take_double(mark);
    }
    finish(paragraph);
    return std::move(result_);
  }

 private:
  struct Open {
    Span mark;
    bool is_single = false;
  };

  bool closes_double(const QuotationMark& mark) const {
    return mark.can_close && (!mark.can_open || open_doubles_ > 0);
  }

  void take_double(const QuotationMark& mark) {
    if (!closes_double(mark)) {
      stack_.push_back({mark.span, false});
      ++open_doubles_;
      return;
    }
    if (open_doubles_ == 0) {
      note_stray(mark);
      return;
    }
    while (stack_.back().is_single) stack_.pop_back();
    close(mark.span);
    --open_doubles_;
  }

  void take_single(const QuotationMark& mark) {
    if (!outer_is_single_ && open_doubles_ == 0) return;
    const bool single_is_open = !stack_.empty() && stack_.back().is_single;
    if (mark.can_open && !single_is_open) {
      stack_.push_back({mark.span, true});
    } else if (mark.can_open) {
      stack_.back().mark = mark.span;  // the one before was never closed
    } else if (single_is_open && !is_apostrophe(mark)) {
      close(mark.span);
    } else if (!single_is_open && outer_is_single_) {
      note_stray(mark);
    }
  }

  // "the workers' hall": followed by a word, and another closing mark comes before the next opening one.
  bool is_apostrophe(const QuotationMark& mark) const {
    if (!mark.is_apostrophe_like || index_ + 1 >= marks_.size()) return false;
    const QuotationMark& next = marks_[index_ + 1];
    return next.is_single && next.can_close;
  }

  void note_stray(const QuotationMark& mark) {
    if (result_.pairs.empty() && stack_.empty() && result_.first_close.empty()) result_.first_close = mark.span;
  }

  void close(Span mark) {
    result_.pairs.push_back({stack_.back().mark, mark});
    stack_.pop_back();
  }

  void finish(Span paragraph) {
    if (!marks_.empty() && marks_.front().span.begin == paragraph.begin) {
      result_.begins_with_opening = marks_.front().can_open && marks_.front().is_single == outer_is_single_;
    }
    for (auto open = stack_.rbegin(); open != stack_.rend(); ++open) {
      if (open->is_single != outer_is_single_) continue;
      if (!has_outer_pair_after(open->mark.end)) result_.unclosed = open->mark;
      return;
    }
  }

  bool has_outer_pair_after(std::uint32_t offset) const {
    return std::any_of(result_.pairs.rbegin(), result_.pairs.rend(),
                       [&](const Pair& pair) { return pair.open.begin >= offset && is_outer(pair); });
  }
  bool is_outer(const Pair& pair) const {
    const auto mark = std::lower_bound(marks_.begin(), marks_.end(), pair.open.begin,
                                       [](const QuotationMark& m, std::uint32_t at) { return m.span.begin < at; });
    return mark->is_single == outer_is_single_;
  }

  const std::vector<QuotationMark>& marks_;
  bool outer_is_single_;
  std::size_t index_ = 0;
  std::size_t open_doubles_ = 0;
  std::vector<Open> stack_;
  PairedParagraph result_;
};

class QuotationFinder {
 public:
  QuotationFinder(Document& document, const SegmentWords& words) : document_(document), text_(document.folded.text()) {
    marks_.reserve(document.paragraphs.size());
    for (const Paragraph& paragraph : document.paragraphs) {
      marks_.push_back(find_quotation_marks(text_, paragraph.span, words));
    }
  }

  void find() {
    const bool outer_is_single = !has_double_marks();
    std::vector<PairedParagraph> paired;
    paired.reserve(marks_.size());
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      paired.push_back(Pairer(marks_[i], outer_is_single).pair(document_.paragraphs[i].span));
    }
    for (std::uint32_t i = 0; i < paired.size(); ++i) {
      const bool next_continues = i + 1 < paired.size() && paired[i + 1].begins_with_opening;
      add_paragraph(i, paired[i], next_continues);
    }
  }

 private:
  bool has_double_marks() const {
    for (const auto& marks : marks_) {
      if (std::any_of(marks.begin(), marks.end(), [](const QuotationMark& mark) { return !mark.is_single; }))
        return true;
    }
    return false;
  }

  void add_paragraph(std::uint32_t index, PairedParagraph& found, bool next_continues) {
    const Span paragraph = document_.paragraphs[index].span;
    std::vector<Pair> pairs = std::move(found.pairs);
    const std::uint32_t first = static_cast<std::uint32_t>(document_.quotations.size());
    const bool resumes = group_is_open_ && !found.begins_with_opening && !found.first_close.empty();
    if (resumes) pairs.push_back({{paragraph.begin, paragraph.begin}, found.first_close});
    const bool stays_open =
        !found.unclosed.empty() && (next_continues || looks_like_speech(found.unclosed.end, paragraph.end));
    if (stays_open) pairs.push_back({found.unclosed, {paragraph.end, paragraph.end}});
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      return a.open.begin != b.open.begin ? a.open.begin < b.open.begin : a.close.end > b.close.end;
    });
    add_pairs(pairs, index);
    const bool begins_within = group_is_open_ && (resumes || found.begins_with_opening);
    if (begins_within && first < document_.quotations.size()) join_group(first);
    group_is_open_ = stays_open && !document_.quotations.empty();
    if (group_is_open_) open_group_ = last_outer_group(first);
  }

  void add_pairs(const std::vector<Pair>& pairs, std::uint32_t paragraph) {
    std::vector<std::uint32_t> ends;  // of the quotations that are open here
    for (const Pair& pair : pairs) {
      const Span whole{pair.open.begin, pair.close.end};
      while (!ends.empty() && ends.back() <= whole.begin) ends.pop_back();
      const std::size_t depth = ends.size();
      const Span inner = without_space(text_, {pair.open.end, pair.close.begin});
      if (depth >= deepest || inner.empty()) continue;
      ends.push_back(whole.end);
      const auto group = static_cast<std::uint32_t>(document_.quotations.size());
      document_.quotations.push_back(
          {whole, inner, paragraph, group, static_cast<std::uint8_t>(depth), pair.close.empty()});
    }
  }

  void join_group(std::uint32_t quotation) { document_.quotations[quotation].group = open_group_; }

  std::uint32_t last_outer_group(std::uint32_t first) const {
    std::uint32_t group = 0;
    for (std::uint32_t i = first; i < document_.quotations.size(); ++i) {
      if (document_.quotations[i].open_ended) group = document_.quotations[i].group;
    }
    return group;
  }

  // Ends as a sentence does: else the opening mark is a slip.
  bool looks_like_speech(std::uint32_t begin, std::uint32_t end) const {
    const char32_t last = character_before(text_, end).code;
    return end > begin && (last == '.' || last == '!' || last == '?' || last == 0x2026);
  }

  Document& document_;
  std::string_view text_;
  std::vector<std::vector<QuotationMark>> marks_;  // of each paragraph
  bool group_is_open_ = false;                     // the paragraph before ended inside a quotation
  std::uint32_t open_group_ = 0;
};

}  // namespace

void find_quotations(Document& document, const SegmentWords& words) {
  document.quotations.clear();
  QuotationFinder(document, words).find();
}

}  // namespace onrecord
