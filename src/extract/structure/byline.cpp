#include "onrecord/extract/structure/byline.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "onrecord/rules/letter_case.h"

namespace onrecord {
namespace {

constexpr std::uint32_t reach_below = 15;       // lines below the title
constexpr std::uint32_t reach_above = 5;        // lines above it
constexpr std::uint32_t announced_reach = 6;    // lines below it within which a word that announces names comes first
constexpr std::uint32_t repeat_reach = 6;       // lines below a title within which it may stand again
constexpr std::uint32_t reach_into_text = 12;   // lines below the first line of the text
constexpr std::uint32_t longest_by_line = 160;  // characters
constexpr std::uint32_t longest_name_line = 100;
constexpr std::uint32_t longest_bare_name = 45;
constexpr std::uint32_t most_bare_words = 5;
constexpr std::uint32_t most_team_words = 6;
constexpr std::size_t most_lines_below = 4;  // lines below the byline that name more
constexpr std::uint32_t longest_below = 70;  // characters of a line that confirms a bare name above it
constexpr std::uint32_t longest_above = 60;  // … below it
constexpr std::uint32_t bare_reach = 2;      // lines below the title within which text right after confirms it

class BylineFinder {
 public:
  BylineFinder(const Page& page, const Body& body, std::optional<std::uint32_t> title, const Lexicon* byline_end, const Lexicon* first_names)
      : page_(page), body_(body), title_(title), byline_end_(byline_end), first_names_(first_names) {}

  std::optional<Byline> run() {
    std::optional<Byline> found = near_title();
    if (!found && title_ && last_print(*title_) != *title_) {
      title_ = last_print(*title_);
      found = near_title();
    }
    if (!found) found = elsewhere();
    if (found) add_lines_below(*found);
    return found;
  }

 private:
  /// Where the title stands the last time: pages print it in a path above, then again.
  std::uint32_t last_print(std::uint32_t title) const {
    std::uint32_t last = title;
    for (std::uint32_t i = title + 1; i < page_.size() && i <= title + repeat_reach; ++i) {
      if (page_.text(line(i).span) == page_.text(line(title).span)) last = i;
    }
    return last;
  }

  std::optional<Byline> near_title() const {
    if (!title_) return std::nullopt;
    const auto size = static_cast<std::uint32_t>(page_.size());
    // Names that a word announces come before others, which a deck may begin with: "Jo Doe, 36, was found on May 3".
    for (std::uint32_t i = *title_ + 1; i < size && i <= *title_ + announced_reach; ++i) {
      if (const auto found = announced(i)) return found;
    }
    for (std::uint32_t i = *title_ + 1; i < size && i <= *title_ + reach_below; ++i) {
      if (const auto found = at(i, true)) return found;
    }
    for (std::uint32_t k = 1; k <= reach_above && k <= *title_; ++k) {
      if (const auto found = at(*title_ - k, true)) return found;
    }
    return std::nullopt;
  }

  std::optional<Byline> elsewhere() const {
    const auto size = static_cast<std::uint32_t>(page_.size());
    for (std::uint32_t i = 0; i < size && i <= body_.first + reach_into_text; ++i) {
      if (i == title_) continue;  // "Interview: Ann Lee"
      if (const auto found = at(i, false)) return found;
    }
    // Wherever on the page the line stands that tells it in so many words.
    for (std::uint32_t i = 0; i < size; ++i) {
      if (line(i).has(Label::written_line)) return names_of(i, i);
    }
    return std::nullopt;
  }

  /// Lines that name one more each: "and Bo Li", "By Bo Li" below "By Ann Lee".
  void add_lines_below(Byline& byline) const {
    for (std::uint32_t i = byline.last_line + 1; i < page_.size() && byline.more.size() < most_lines_below; ++i) {
      const bool adds = line(i).has(Label::by_more) || (line(i).has(Label::by_line) && !line(i).team && line(byline.first_line).has(Label::by_line)) ||
                        (is_short_name(i) && is_short_name(i - 1) && is_bare_byline(i, true));
      if (!adds || line(i).shape.characters > longest_name_line || line(i).shape.ends_sentence) return;
      const Span names = cut_names(page_.document->folded.text(), line(i).names, byline_end_);
      if (page_.text(names) == page_.text(byline.names)) return;
      byline.more.push_back(names);
      byline.last_line = i;
    }
  }

  const PageLine& line(std::uint32_t i) const { return page_.lines[i]; }

  /// The byline that begins at line `i`. `near_title`: names that no word announces count too.
  std::optional<Byline> at(std::uint32_t i, bool near_title) const {
    if (const auto found = announced(i)) return found;
    if (!near_title || line(i).names.empty() || line(i).has(Label::photo_credit)) return std::nullopt;
    if (line(i).has(Label::name_start) && !line(i).shape.ends_sentence && line(i).shape.characters <= longest_name_line && may_name(i)) return names_of(i, i);
    if (line(i).has(Label::name_line) && is_bare_byline(i)) return names_of(i, i);
    return std::nullopt;
  }

  std::optional<Byline> announced(std::uint32_t i) const {
    const LineShape& shape = line(i).shape;
    const bool sentence = shape.ends_sentence && shape.words > most_sentence_words && !line(i).has(Label::time_line);
    if (line(i).has(Label::by_line) && shape.characters <= longest_by_line && !sentence) return names_of(i, i);
    if (!line(i).has(Label::by_alone) || i + 1 >= page_.size()) return std::nullopt;
    const PageLine& next = line(i + 1);
    if (next.shape.characters > longest_name_line || next.has(Label::furniture_line)) return std::nullopt;
    if (!next.names.empty()) return names_of(i, i + 1);
    if (next.shape.words > most_team_words || !next.shape.title_case || next.shape.ends_sentence) return std::nullopt;
    return Byline{i, i + 1, cut_names(page_.document->folded.text(), next.span, byline_end_)};
  }

  Byline names_of(std::uint32_t first, std::uint32_t last) const {
    // "Our Ports Staff" is cut nowhere: the word that ends other names is part of it.
    const bool whole = line(last).team && line(last).has(Label::name_line);
    Byline byline{first, last, whole ? line(last).names : cut_names(page_.document->folded.text(), line(last).names, byline_end_)};
    if (!line(last).more_names.empty()) byline.more.push_back(line(last).more_names);
    return byline;
  }

  /// Whether what stands around names tells that they are authors. `beside_author`: an author's name stands above, so that this is one, too.
  bool is_bare_byline(std::uint32_t i, bool beside_author = false) const {
    const LineShape& shape = line(i).shape;
    const bool date_below = i + 1 < page_.size() && is_date(i + 1);
    if (date_below && shape.characters <= longest_name_line) return true;
    if (shape.characters > longest_bare_name || shape.words > most_bare_words) return false;
    if (title_ && i == *title_ + 1 && i + 2 < page_.size() && is_date(i + 2)) return true;
    const bool text_follows = i + 1 < page_.size() && (body_.is_long[i + 1] || (i == title_.value_or(i) + 1 && line(i + 1).shape.ends_sentence));
    const bool person = beside_author || are_of_a_person(line(i).names);
    if (i + 1 < page_.size() && is_short_name(i) && is_short_name(i + 1) && is_bare_byline(i + 1, person)) return true;
    if (confirmed_below(i)) return true;
    return person && (confirmed_above(i) || (title_ && i > *title_ && i - *title_ <= bare_reach + (beside_author ? 1 : 0) && text_follows));
  }

  /// A long line that tells no date may go on as a headline does, where no first name opens it: "Town Marks Year With Prizes for Writers".
  bool may_name(std::uint32_t i) const {
    return line(i).shape.characters <= longest_below || line(i).has(Label::date_line) || line(i).has(Label::time_line) || are_of_a_person(line(i).names);
  }

  /// Whether a first name opens them, behind initials and titles: else they may be a thing, as in "Opening Hours".
  bool are_of_a_person(Span names) const {
    std::string_view rest = page_.text(names);
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      if (!word.ends_with('.')) return first_names_ == nullptr || first_names_->find(lower_case_rest(word)) != nullptr;
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    return false;
  }

  /// Nothing but a name or two, of a person as far as can be seen.
  bool is_short_name(std::uint32_t i) const {
    return line(i).has(Label::name_line) && line(i).shape.words <= most_bare_words && !line(i).has(Label::role_line);
  }

  /// A short line with a date.
  bool is_date(std::uint32_t i) const { return line(i).has(Label::date_line) && line(i).shape.characters < longest_below; }

  bool confirmed_below(std::uint32_t i) const {
    if (i + 1 >= page_.size()) return false;
    const PageLine& below = line(i + 1);
    if (below.shape.characters >= longest_below) return false;
    const std::string_view text = page_.text(below.span);
    return below.has(Label::date_line) || below.has(Label::time_line) || below.has(Label::role_line) || text.find('@') != std::string_view::npos ||
           text.find(page_.text(line(i).names)) != std::string_view::npos;
  }

  bool confirmed_above(std::uint32_t i) const {
    return i > 0 && line(i - 1).shape.characters < longest_above && (line(i - 1).has(Label::date_line) || line(i - 1).has(Label::time_line));
  }

  static constexpr std::uint32_t most_sentence_words = 8;

  const Page& page_;
  const Body& body_;
  std::optional<std::uint32_t> title_;
  const Lexicon* byline_end_;
  const Lexicon* first_names_;
};

}  // namespace

std::optional<Byline> find_byline(const Page& page, const Body& body, std::optional<std::uint32_t> title, const Lexicon* byline_end,
                                  const Lexicon* first_names) {
  if (page.size() == 0 || !body.found) return std::nullopt;
  return BylineFinder(page, body, title, byline_end, first_names).run();
}

}  // namespace onrecord
