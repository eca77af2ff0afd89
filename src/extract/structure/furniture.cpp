#include "onrecord/extract/structure/furniture.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

#include "onrecord/extract/page/entry_lists.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_sentence_line = 600;  // characters of a line that one furniture sentence gives away
constexpr std::uint32_t lines_of_teaser = 5;          // from one article of a list to the next
constexpr std::uint32_t shortest_headline = 25;       // characters
constexpr std::uint32_t often = 3;                    // a line printed so often is furniture
constexpr std::uint32_t lead_words = 6;               // a sentence of so many words right above the text belongs to it
constexpr double tail_share = 0.25;                   // of the text that may follow where the tail begins …
constexpr std::uint32_t before_tail = 500;            // … and characters of text that must stand before
constexpr double list_share = 0.5;                    // … of it where a list of other articles is announced
constexpr double comment_share = 0.75;
constexpr std::uint32_t before_comments = 600;
constexpr std::size_t marks_of_thread = 10;  // marks of comments that make a thread, whatever stands before
constexpr std::size_t signed_comments = 3;   // comments with names, dates and marks that make one
constexpr std::uint32_t longest_signature = 80;
constexpr std::size_t longest_comment = 12;  // lines
constexpr std::uint32_t longest_date = 40;   // characters of the line that tells when a comment was written
constexpr std::size_t teasers_of_list = 3;   // cut sentences that make a list of teasers
constexpr std::uint32_t longest_cut_sentence = 300;
constexpr std::size_t box_lines = 11;            // lines of a box inside the article
constexpr std::uint32_t longest_box_line = 160;  // characters

class FurnitureFinder {
 public:
  FurnitureFinder(const Page& page, const Body& body, std::optional<std::uint32_t> title, const std::vector<bool>& kept)
      : page_(page), body_(body), title_(title), kept_(kept), mask_(page.size(), false) {}

  std::vector<bool> run() {
    mask_words();
    mask_repeats();
    mask_entry_lists(page_, mask_);
    mask_cut_sentences();
    if (body_.found) {
      mask_head();
      mask_boxes();
      mask_tail(Label::comment_start, comment_share, before_comments);
      mask_thread();
      mask_signed_comments();
      mask_tail(Label::tail_start, tail_share, before_tail);
      mask_tail(Label::articles_start, list_share, before_tail);
      mask_after_text();
    }
    for (std::size_t i = 0; i < mask_.size(); ++i) mask_[i] = mask_[i] && !kept_[i];
    return std::move(mask_);
  }

 private:
  const PageLine& line(std::size_t i) const { return page_.lines[i]; }

  void mask_words() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      const bool sentence = line(i).has(Label::furniture_sentence) && line(i).shape.characters <= longest_sentence_line;
      const bool bio = line(i).has(Label::bio_line) && i * 2 > page_.size() && line(i).shape.characters <= longest_sentence_line;
      mask_[i] = line(i).has(Label::furniture_line) || line(i).has(Label::comment_start) || sentence || bio;
    }
  }

  void mask_repeats() {
    std::vector<std::uint32_t> order(page_.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto text_of = [&](std::uint32_t i) { return page_.text(line(i).span); };
    // Few lines are as long as another.
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const std::string_view x = text_of(a), y = text_of(b);
      return x.size() != y.size() ? x.size() < y.size() : x < y;
    });
    std::vector<std::vector<std::uint32_t>> repeated;
    for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
      while (end < order.size() && text_of(order[end]) == text_of(order[first])) ++end;
      if (end - first < often) continue;
      for (std::size_t i = first; i < end; ++i) mask_[order[i]] = true;
      const auto at = [&](std::size_t i) { return order.begin() + static_cast<std::ptrdiff_t>(i); };
      repeated.emplace_back(at(first), at(end));
    }
    const std::uint32_t enough = line_below_text(before_tail);
    for (std::vector<std::uint32_t>& lines : repeated) mask_sections(lines, enough);
  }

  /// Masks articles below the text, each under the name of its section: a line that stands again and again above a headline, to the end of the text, and
  /// not above the line `from`.
  void mask_sections(std::vector<std::uint32_t>& lines, std::uint32_t from) {
    std::sort(lines.begin(), lines.end());
    std::uint32_t longest = 0;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      if (lines[k] <= body_.first || lines[k] + 1 >= page_.size() || !is_headline(lines[k] + 1)) return;
      if (k > 0) longest = std::max(longest, lines[k] - lines[k - 1]);
    }
    const std::size_t end = std::min<std::size_t>(page_.size(), lines.back() + longest);
    if (longest > lines_of_teaser || lines.front() < from || end < body_.end) return;
    std::fill(mask_.begin() + lines.front(), mask_.begin() + static_cast<std::ptrdiff_t>(end), true);
  }

  /// The first line above which so much of the text stands; behind the last one: none.
  std::uint32_t line_below_text(std::uint32_t characters) const {
    std::uint32_t above = 0, i = body_.first;
    for (; i < page_.size() && above < characters; ++i) above += text_characters(i);
    return above < characters ? static_cast<std::uint32_t>(page_.size()) : i;
  }

  bool is_headline(std::size_t i) const {
    const LineShape& shape = line(i).shape;
    return shape.characters >= shortest_headline && shape.characters < longest_box_line && shape.last != U'.' && shape.last != U':';
  }

  /// Beginnings of other articles, cut off with an ellipsis; a single one may be the writer's.
  void mask_cut_sentences() {
    std::vector<std::size_t> cut;
    for (std::size_t i = 0; i < page_.size(); ++i) {
      if (!line(i).shape.quoted && line(i).shape.characters <= longest_cut_sentence && ends_in_ellipsis(page_.text(line(i).span))) cut.push_back(i);
    }
    if (cut.size() < teasers_of_list) return;
    for (const std::size_t i : cut) mask_[i] = true;
  }

  static bool ends_in_ellipsis(std::string_view text) {
    return text.ends_with("...") || text.ends_with("\u2026") || text.ends_with("[\u2026]") || text.ends_with("[...]");
  }

  /// Everything above the title or the text, whichever comes first, but for the sentences right above the text.
  void mask_head() {
    std::uint32_t end = first_line();
    while (!title_ && end > 0 && line(end - 1).shape.ends_sentence && line(end - 1).shape.words >= lead_words) --end;
    for (std::uint32_t i = 0; i < end; ++i) mask_[i] = true;
  }

  /// A tail marker inside the article opens a box of links.
  void mask_boxes() {
    for (std::size_t i = first_line(); i < body_.end; ++i) {
      if (!line(i).has(Label::tail_start)) continue;
      mask_[i] = true;
      for (std::size_t k = i + 1; k < page_.size() && k <= i + box_lines; ++k) {
        const bool headline = line(k).shape.last == U'?' || line(k).shape.last == U'!';
        if ((line(k).shape.ends_sentence && !headline) || line(k).shape.characters >= longest_box_line) break;
        mask_[k] = true;
      }
    }
  }

  /// Where the article begins: with its title or text, whichever comes first. What looks like text above a title is a menu with descriptions.
  std::uint32_t first_line() const {
    if (!title_ || *title_ > body_.first + 1) return title_.value_or(body_.first);
    return std::min(body_.first, *title_);
  }

  /// Masks all from the first line with `label` on that has enough text before and little after.
  void mask_tail(Label label, double share, std::uint32_t enough_before) {
    std::uint32_t all = 0;
    for (std::size_t i = first_line(); i < page_.size(); ++i) all += text_characters(i);
    std::uint32_t before = 0;
    for (std::size_t i = first_line(); i < page_.size(); ++i) {
      const std::uint32_t after = all - before - text_characters(i);
      // Below a short article, no text may follow at all.
      const bool enough = before >= enough_before || (after == 0 && before >= enough_before / 2);
      if (line(i).has(label) && enough && after < share * all) {
        std::fill(mask_.begin() + static_cast<std::ptrdiff_t>(i), mask_.end(), true);
        return;
      }
      before += text_characters(i);
    }
  }

  /// Masks all from the first opening of comments on that many marks of single comments follow, or from the first head of a comment.
  void mask_thread() {
    const auto marks = [&](std::size_t from) {
      return static_cast<std::size_t>(std::count_if(page_.lines.begin() + static_cast<std::ptrdiff_t>(from), page_.lines.end(),
                                                    [](const PageLine& each) { return each.has(Label::comment_mark); }));
    };
    // "12 comments" above the text is a link to them.
    for (std::size_t i = std::max(first_line(), body_.first); i < page_.size(); ++i) {
      if (!line(i).has(Label::comment_start) && !is_head_of_comment(i)) continue;
      if (marks(i) >= marks_of_thread || is_head_of_comment(i)) std::fill(mask_.begin() + static_cast<std::ptrdiff_t>(i), mask_.end(), true);
      return;
    }
  }

  /// "Ann Lee says:" below the text, and on the next line nothing but when.
  bool is_head_of_comment(std::size_t i) const {
    if (i <= body_.first || i + 1 >= page_.size() || !line(i).has(Label::comment_mark) || line(i).shape.last != U':') return false;
    return line(i + 1).has(Label::date_line) && line(i + 1).shape.characters <= longest_date;
  }

  /// Masks all from the first of several comments on, each of which has a name with its date above and a mark such as “Reply” below.
  void mask_signed_comments() {
    std::size_t first = 0, signature = 0, count = 0;  // 0: none
    for (std::size_t i = body_.first + 1; i < page_.size(); ++i) {
      if (is_signed_line(i)) {
        signature = i;
      } else if (signature != 0 && i - signature <= longest_comment && line(i).has(Label::comment_mark)) {
        if (count == 0) first = signature;
        signature = 0;
        if (++count < signed_comments) continue;
        std::fill(mask_.begin() + static_cast<std::ptrdiff_t>(first), mask_.end(), true);
        return;
      }
    }
  }

  /// Short, with a date, and no sentence: "Ann Lee · May 3, 2026 at 10:11".
  bool is_signed_line(std::size_t i) const {
    return line(i).has(Label::date_line) && line(i).shape.characters <= longest_signature && !line(i).shape.ends_sentence;
  }

  std::uint32_t text_characters(std::size_t i) const { return body_.is_long[i] && !mask_[i] ? line(i).shape.characters : 0; }

  void mask_after_text() {
    for (std::size_t i = body_.end; i < page_.size(); ++i) {
      if (!line(i).shape.ends_sentence && !line(i).shape.bullet) mask_[i] = true;
    }
  }

  const Page& page_;
  const Body& body_;
  std::optional<std::uint32_t> title_;
  const std::vector<bool>& kept_;
  std::vector<bool> mask_;
};

}  // namespace

std::vector<bool> find_furniture(const Page& page, const Body& body, std::optional<std::uint32_t> title, const std::vector<bool>& kept) {
  return FurnitureFinder(page, body, title, kept).run();
}

}  // namespace onrecord
