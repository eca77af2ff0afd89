#include "onrecord/text/quotations.h"

#include <algorithm>
#include <utility>

#include "onrecord/text/characters.h"
#include "onrecord/text/quotation_pairs.h"
#include "onrecord/text/words.h"

// Marks are paired paragraph by paragraph; then quotations that run over several paragraphs are put together: a mark
// that nothing closes stays open if the next paragraph begins with an opening mark, or if its own paragraph ends like
// speech; paragraphs without marks are inside if one behind them closes it.

namespace onrecord {
namespace {

constexpr std::size_t deepest = 3;
constexpr std::uint32_t longest_headline = 200;
constexpr std::size_t most_unmarked = 8;  // paragraphs inside a quotation; more are a mark that somebody forgot

class QuotationFinder {
 public:
  QuotationFinder(Document& document, const SegmentWords& words) : document_(document), words_(words), text_(document.folded.text()) {
    marks_.reserve(document.lines.size());
    for (const Line& paragraph : document.lines) { marks_.push_back(find_quotation_marks(text_, paragraph.span, words)); }
  }

  void find() {
    pair_all();
    for (std::size_t i = is_british_ ? paired_.size() : 0; i-- > 1;) {
      if (paired_[i].begins_with_opening && closes_with_apostrophe(i - 1)) {
        marks_[i - 1].pop_back();
        paired_[i - 1] = pair(i - 1, true);
      }
    }
    for (std::uint32_t i = 0; i < paired_.size(); ++i) {
      const bool next_continues = i + 1 < paired_.size() && paired_[i + 1].begins_with_opening;
      add_paragraph(i, next_continues);
    }
  }

 private:
  void pair_all() {
    is_british_ = outer_is_single();
    paired_.reserve(marks_.size());
    for (std::size_t i = 0; i < marks_.size(); ++i) paired_.push_back(pair(i, is_british_ || is_headline(i)));
  }

  PairedParagraph pair(std::size_t index, bool single) const { return pair_marks(marks_[index], document_.lines[index].span, single); }

  // Whether single marks are this article's usual ones: read so, far more of its outermost pairs are single than
  // double.
  bool outer_is_single() const {
    std::size_t single = 0;
    std::size_t twice = 0;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      if (marks_[i].empty()) continue;
      std::uint32_t begin = 0xFFFFFFFF;  // of the outermost pair around the ones before it in this backward walk
      const PairedParagraph found = pair(i, true);
      for (auto next = found.pairs.rbegin(); next != found.pairs.rend(); ++next) {
        if (next->open.begin >= begin) continue;
        begin = next->open.begin;
        next->is_single ? ++single : ++twice;
      }
    }
    return single > 2 * twice;
  }

  // ‘We need the masons’ help. It is late. / ‘They know it.’ The last single mark of a paragraph closes nothing where the quotation before it
  // begins a sentence, nobody is said to speak behind it, and the next paragraph goes on.
  bool closes_with_apostrophe(std::size_t index) const {
    const PairedParagraph& found = paired_[index];
    const Span paragraph = document_.lines[index].span;
    if (marks_[index].empty() || found.pairs.empty() || !ends_like_speech(paragraph)) return false;
    const QuotationMark& last = marks_[index].back();
    const QuotationPair& pair =
        *std::max_element(found.pairs.begin(), found.pairs.end(), [](const QuotationPair& a, const QuotationPair& b) { return a.close.begin < b.close.begin; });
    if (!last.is_single || !last.is_apostrophe_like || pair.close != last.span || !pair.is_single) return false;
    return begins_sentence(paragraph, pair.open) && !tells_speech({last.span.end, paragraph.end});
  }

  bool begins_sentence(Span paragraph, Span mark) const {
    std::uint32_t at = mark.begin;
    while (at > paragraph.begin && is_space(character_before(text_, at).code)) at -= character_before(text_, at).size;
    const char32_t last = at == paragraph.begin ? U'.' : character_before(text_, at).code;
    return is_capital(character_at(text_, mark.end).code) && (last == '.' || last == ':' || last == ',' || last == '!' || last == '?');
  }

  bool tells_speech(Span span) const {
    const std::vector<Span> words = words_in(text_, span);
    return std::any_of(words.begin(), words.end(), [&](Span word) { return words_.speech_forms.contains(text_.substr(word.begin, word.size())); });
  }

  // Headlines have single marks where the article has double ones. They have no end mark, or one inside the quotation.
  bool is_headline(std::size_t index) const {
    const auto& marks = marks_[index];
    const Span span = document_.lines[index].span;
    const bool has_double = std::any_of(marks.begin(), marks.end(), [](const QuotationMark& mark) { return !mark.is_single; });
    if (has_double || marks.empty() || span.size() > longest_headline) return false;
    return index == 0 || marks.back().span.end == span.end || !ends_like_speech(span);
  }

  void add_paragraph(std::uint32_t index, bool next_continues) {
    const Span paragraph = document_.lines[index].span;
    PairedParagraph& found = paired_[index];
    const bool was_open = std::exchange(is_open_, false);
    const bool resumes = was_open && !found.begins_with_opening && !found.first_close.empty();
    if (resumes) found.pairs.push_back({{paragraph.begin, paragraph.begin}, found.first_close});
    if (was_open && is_closed_behind(index)) {
      found.pairs.push_back({{paragraph.begin, paragraph.begin}, {paragraph.end, paragraph.end}});
      add_pairs(index, true);
      return;
    }
    const bool ends_so = !found.closed_elsewhere && ends_like_speech({found.unclosed.end, paragraph.end});
    const bool goes_on = next_continues && (!found.closed_elsewhere || marks_[index + 1].front().span.size() == found.unclosed.size());
    const bool stays_open = !found.unclosed.empty() && (goes_on || ends_so);
    if (stays_open) found.pairs.push_back({found.unclosed, {paragraph.end, paragraph.end}});
    std::sort(found.pairs.begin(), found.pairs.end(), [](const QuotationPair& a, const QuotationPair& b) {
      return a.open.begin != b.open.begin ? a.open.begin < b.open.begin : a.close.end > b.close.end;
    });
    add_pairs(index, was_open && (resumes || found.begins_with_opening));
  }

  // Whether a paragraph of speech without marks stands in a quotation that one behind it closes.
  bool is_closed_behind(std::size_t index) const {
    for (std::size_t i = index; i < std::min(index + most_unmarked, paired_.size()); ++i) {
      const PairedParagraph& found = paired_[i];
      if (!found.first_close.empty()) return i > index && !found.begins_with_opening;
      if (!found.pairs.empty() || !found.unclosed.empty() || !ends_like_speech(document_.lines[i].span)) return false;
    }
    return false;
  }

  // Adds the paragraph's quotations, the first with the group of the paragraph before if it goes on from there.
  void add_pairs(std::uint32_t paragraph, bool goes_on) {
    std::vector<std::uint32_t> ends;  // of the quotations that are open here
    const Span all = document_.lines[paragraph].span;
    std::uint32_t goes_on_at = goes_on ? all.begin : all.end;
    for (const QuotationPair& pair : paired_[paragraph].pairs) {
      const Span inner = without_space(text_, {pair.open.end, pair.close.begin});
      const Span whole{pair.open.begin, pair.close.empty() ? inner.end : pair.close.end};
      while (!ends.empty() && ends.back() <= whole.begin) ends.pop_back();
      const std::size_t depth = ends.size();
      if (depth >= deepest || inner.empty()) continue;
      ends.push_back(whole.end);
      const auto own_group = static_cast<std::uint32_t>(document_.quotations.size());
      const std::uint32_t group = depth == 0 && whole.begin == goes_on_at ? open_group_ : own_group;
      const bool open_ended = pair.close.empty();
      document_.quotations.push_back({whole, inner, paragraph, group, static_cast<std::uint8_t>(depth), open_ended});
      if (!open_ended) continue;
      open_group_ = group;
      goes_on_at = pair.close.begin;
      if (goes_on_at == all.end) is_open_ = true;
    }
  }

  bool ends_like_speech(Span span) const {
    const char32_t last = character_before(text_, span.end).code;
    return !span.empty() && (last == '.' || last == '!' || last == '?' || last == 0x2026);
  }

  Document& document_;
  const SegmentWords& words_;
  std::string_view text_;
  std::vector<std::vector<QuotationMark>> marks_;  // of each paragraph
  std::vector<PairedParagraph> paired_;
  bool is_british_ = false;  // its usual marks are single
  bool is_open_ = false;     // the paragraph before ended inside a quotation
  std::uint32_t open_group_ = 0;
};

}  // namespace

void find_quotations(Document& document, const SegmentWords& words) {
  document.quotations.clear();
  QuotationFinder(document, words).find();
}

}  // namespace onrecord
