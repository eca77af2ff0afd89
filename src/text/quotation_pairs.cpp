#include "onrecord/text/quotation_pairs.h"

#include <algorithm>
#include <utility>

// A stack: a closing mark closes the innermost opening one, whatever the two look like. Opening marks that nothing
// closes are dropped, and what they seemed to enclose stays as it is. Pairs are right without the dropped ones, so
// nothing is scanned twice.

namespace onrecord {
namespace {

class Pairer {
 public:
  Pairer(const std::vector<QuotationMark>& marks, bool outer_is_single) : marks_(marks), outer_is_single_(outer_is_single) {}

  PairedParagraph pair(Span paragraph) {
    for (index_ = 0; index_ < marks_.size(); ++index_) {
      const QuotationMark& mark = marks_[index_];
      mark.is_single ? take_single(mark) : take_double(mark);
    }
    end_what_is_reopened();
    note_edges(paragraph);
    return std::move(result_);
  }

 private:
  struct Open {
    Span mark;
    bool is_single = false;
    std::size_t index = 0;  // of the mark
  };

  void take_double(const QuotationMark& mark) {
    const bool closes = mark.can_close && (!mark.can_open || open_doubles_ > 0);
    if (!closes || (open_doubles_ == 0 && is_misplaced(mark))) {
      stack_.push_back({mark.span, false, index_});
      ++open_doubles_;
    } else if (open_doubles_ == 0) {
      note_stray(mark);
    } else {
      while (stack_.back().is_single) stack_.pop_back();
      close(mark.span);
      --open_doubles_;
    }
  }

  // Lee said," We won". The next double mark only closes, and nothing else opens.
  bool is_misplaced(const QuotationMark& mark) const {
    if (!mark.may_be_misplaced) return false;
    const auto begin = marks_.begin() + static_cast<std::ptrdiff_t>(index_) + 1;
    const auto next = std::find_if(begin, marks_.end(), [](const QuotationMark& other) { return !other.is_single; });
    return next != marks_.end() && next->can_close && !next->can_open;
  }

  void take_single(const QuotationMark& mark) {
    if (!outer_is_single_ && open_doubles_ == 0) return;
    const bool single_is_open = !stack_.empty() && stack_.back().is_single;
    if (mark.can_open && !single_is_open) {
      stack_.push_back({mark.span, true, index_});
    } else if (mark.can_open) {
      stack_.back().mark = mark.span;  // the one before was never closed
    } else if (single_is_open && !is_apostrophe(mark)) {
      close(mark.span);
    } else if (!single_is_open && open_doubles_ == 0) {
      note_stray(mark);
    }
  }

  // "the workers' hall": followed by a word, and another closing mark comes before the next opening one.
  bool is_apostrophe(const QuotationMark& mark) const {
    if (!mark.is_apostrophe_like || index_ + 1 >= marks_.size()) return false;
    const QuotationMark& next = marks_[index_ + 1];
    return next.is_single && next.can_close;
  }

  void close(Span mark) {
    result_.pairs.push_back({stack_.back().mark, mark, stack_.back().is_single});
    stack_.pop_back();
  }

  void note_stray(const QuotationMark& mark) {
    const bool is_first = result_.pairs.empty() && stack_.empty() && result_.first_close.empty();
    if (is_first && mark.is_single == outer_is_single_) result_.first_close = mark.span;
  }

  // "We won. "It was late." Where paragraphs were joined, a mark opens the next one while that before it is open.
  void end_what_is_reopened() {
    std::erase_if(stack_, [&](const Open& open) {
      if (open.is_single) return false;
      const auto behind = marks_.begin() + static_cast<std::ptrdiff_t>(open.index) + 1;
      const auto next = std::find_if(behind, marks_.end(), [](const QuotationMark& mark) { return !mark.is_single; });
      if (next == marks_.end() || !next->begins_sentence || next->span.size() != open.mark.size()) return false;
      result_.pairs.push_back({open.mark, {next->span.begin, next->span.begin}});
      return true;
    });
  }

  void note_edges(Span paragraph) {
    if (!marks_.empty() && marks_.front().span.begin == paragraph.begin) {
      result_.begins_with_opening = marks_.front().can_open && marks_.front().is_single == outer_is_single_;
    }
    const auto open = std::find_if(stack_.rbegin(), stack_.rend(), [&](const Open& candidate) { return candidate.is_single == outer_is_single_; });
    if (open == stack_.rend()) return;
    // A straight mark may hold pairs of curly ones. How long a mark is tells them apart.
    const bool opens_paragraph = open->mark.begin == paragraph.begin;
    const auto follows = [&](const QuotationPair& pair) { return pair.is_single == outer_is_single_ && pair.open.begin >= open->mark.end; };
    const auto follows_in_shape = [&](const QuotationPair& pair) { return follows(pair) && pair.open.size() == open->mark.size(); };
    result_.closed_elsewhere = std::any_of(result_.pairs.begin(), result_.pairs.end(), follows);
    const bool closed_in_shape = std::any_of(result_.pairs.begin(), result_.pairs.end(), follows_in_shape);
    if (!result_.closed_elsewhere || (opens_paragraph && !closed_in_shape)) result_.unclosed = open->mark;
  }

  const std::vector<QuotationMark>& marks_;
  bool outer_is_single_;
  std::size_t index_ = 0;
  std::size_t open_doubles_ = 0;
  std::vector<Open> stack_;
  PairedParagraph result_;
};

}  // namespace

PairedParagraph pair_marks(const std::vector<QuotationMark>& marks, Span paragraph, bool outer_is_single) {
  return Pairer(marks, outer_is_single).pair(paragraph);
}

}  // namespace onrecord
