#include "onrecord/extract/structure/title.h"

#include <algorithm>
#include <vector>

#include "onrecord/extract/structure/title_lines.h"
#include "onrecord/extract/structure/word_overlap.h"

namespace onrecord {
namespace {

constexpr std::uint32_t reach_above = 150;  // lines above the text
constexpr std::uint32_t shortest_site = 6;  // bytes of a bar or dash and the name of a site behind a title
constexpr std::size_t shortest_part = 12;   // bytes of the title without them

// Scores: what speaks for and against a line, weighed by hand on web pages.
constexpr double least_score = 1.0;
constexpr double sure_score = 4.0;    // enough not to look further down
constexpr double clearly_more = 0.5;  // by which a line further down must be better
constexpr double for_words = 1.0;
constexpr std::uint32_t good_from = 30;
constexpr double for_length = 0.7;
constexpr double against_sentence = 1.2, against_open_end = 1.0, against_sentences = 1.0;
constexpr double for_overlap = 3.0;
constexpr std::size_t neighbours = 6;
constexpr double for_byline = 1.6, per_line_to_byline = 0.15;
constexpr double for_date = 0.9, per_line_to_date = 0.1;
constexpr double for_text = 1.0, per_line_to_text = 0.1;
constexpr double for_repeat = 0.8;
constexpr std::uint32_t repeat_slack = 60;  // bytes that a line repeating the title may have besides
constexpr double against_menu = 1.0;
constexpr std::uint32_t menu_from = 25, menu_to = 120;
constexpr std::uint32_t deck_reach = 3;
constexpr std::uint32_t sentence_words = 6;
constexpr double deck_margin = 1.5, against_deck = 1.0, against_small_deck = 1.0;
constexpr double against_reject = 1.5, against_path = 1.2, against_bar = 1.0, against_names = 1.0;
constexpr double per_line = 0.01, most_for_lines = 0.8;
constexpr double against_caption = 2.0;  // above a line that tells who took the picture
constexpr double against_late = 1.5;     // behind what looks like text: that may be a menu with descriptions

/// A line and what speaks for it.
struct Found {
  std::optional<std::uint32_t> line;
  double score = 0;
};

class TitleFinder {
 public:
  TitleFinder(const Page& page, const Body& body, const std::vector<bool>& excluded, const Lexicon* stop_words)
      : page_(page), body_(body), lines_(page, body, excluded), stop_words_(stop_words) {}

  Found run() const {
    if (lines_.open_interview() || lines_.begin_with_text()) return {std::nullopt, sure_score};
    if (lines_.are_of_plain_article()) return {0, sure_score};
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(std::max(body_.first, body_.densest) + 16, page_.size()));
    const std::uint32_t begin = body_.first > reach_above ? body_.first - reach_above : 0;
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (lines_.may_be_title(i) && (lines_.is_signed(i) || (i < std::max(body_.first, body_.densest) + 2 && !is_sentence_of_text(i)))) candidates.push_back(i);
    }
    return candidates.empty() ? Found{} : best_of(candidates);
  }

 private:
  Found best_of(const std::vector<std::uint32_t>& candidates) const {
    // Common words only speak for a line: a single one that has enough without them need not be compared with the text.
    const double without_text = score_without_text(candidates.front());
    if (candidates.size() == 1 && without_text >= least_score) return {candidates.front(), without_text};
    const WordOverlap overlap(page_, body_, stop_words_);
    Found best;
    for (const std::uint32_t i : candidates) {
      double score = score_of(i, overlap);
      if (best.line && i - *best.line <= deck_reach && score <= best.score + deck_margin) score -= against_deck;
      if (best.line && is_deck(i, *best.line)) score -= against_small_deck;
      if (best.line ? score > best.score : score >= least_score) best = {i, score};
    }
    return best;
  }

  /// A line in small letters right below a title in capitals.
  bool is_deck(std::uint32_t i, std::uint32_t title) const {
    return i == title + 1 && shape(title).title_case && !shape(i).title_case && shape(i).characters > shape(title).characters &&
           shape(title).words >= TitleLines::good_words;
  }

  /// A line of the text, not its first, that ends with a full stop, or one with a quotation between two that do: a short article may have no
  /// longer one.
  bool is_sentence_of_text(std::uint32_t i) const {
    if (i == 0 || shape(i).title_case) return false;
    return (i >= body_.first && shape(i).last == U'.') || (shape(i).quoted && is_sentence(i - 1) && i + 1 < page_.size() && is_sentence(i + 1));
  }

  bool is_sentence(std::uint32_t i) const {
    const PageLine& line = page_.lines[i];
    return line.shape.last == U'.' && line.shape.words >= sentence_words && !line.has(Label::furniture_line) && !line.has(Label::furniture_sentence);
  }

  const LineShape& shape(std::uint32_t i) const { return page_.lines[i].shape; }

  double score_of(std::uint32_t i, const WordOverlap& overlap) const {
    return score_shape(i) + for_overlap * overlap.share(page_.text(page_.lines[i].span)) + score_neighbours(i) + score_place(i);
  }
  double score_without_text(std::uint32_t i) const { return score_shape(i) + score_neighbours(i) + score_place(i); }

  double score_shape(std::uint32_t i) const {
    const LineShape& own = shape(i);
    double score = 0;
    if (own.words >= TitleLines::good_words) score += for_words;
    if (own.characters >= good_from && own.characters <= TitleLines::good_to) score += for_length;
    if (own.ends_sentence && own.last != U'?' && own.last != U'!') score -= against_sentence;
    if (own.several_sentences && own.ends_sentence) score -= against_sentences;
    if (own.last == U':' || own.last == U',' || own.last == U';') score -= against_open_end;
    if (page_.lines[i].has(Label::title_reject)) score -= against_reject;
    if (page_.lines[i].has(Label::name_start) || lines_.is_dated_name(i)) score -= against_names;
    if (own.path) score -= against_path;
    if (own.bars > 0) score -= against_bar;
    return score;
  }

  /// What follows: authors, a date, running text. Each counts once, at its nearest.
  double score_neighbours(std::uint32_t i) const {
    double byline = 0, date = 0, text = 0;
    for (std::uint32_t k = 1; k <= neighbours && i + k < page_.size(); ++k) {
      const PageLine& line = page_.lines[i + k];
      const bool is_text = line.shape.characters >= TitleLines::text_characters;
      const bool announced = line.has(Label::by_line) || line.has(Label::by_alone);
      if (byline == 0 && !is_text && (announced || lines_.is_dated_name(i + k))) byline = for_byline - per_line_to_byline * k;
      if (date == 0 && !is_text && (line.has(Label::date_line) || line.has(Label::time_line))) date = for_date - per_line_to_date * k;
      if (text == 0 && is_text) text = for_text - per_line_to_text * k;
    }
    return byline + date + text;
  }

  double score_place(std::uint32_t i) const {
    double score = -std::min(most_for_lines, per_line * i);
    if (is_repeated(i)) score += for_repeat;
    if (in_menu(i)) score -= against_menu;
    if (i > body_.first + 1) score -= against_late;
    if (is_over_credit(i)) score -= against_caption;
    return score;
  }

  /// Whether nothing but who took the picture stands right below; an agency may stand behind the author.
  bool is_over_credit(std::uint32_t i) const {
    if (i + 1 >= page_.size()) return false;
    const PageLine& below = page_.lines[i + 1];
    return below.has(Label::photo_credit) && !below.has(Label::by_line) && below.shape.characters < TitleLines::longest_date_line;
  }

  /// Whether another line holds it: the page's own title, a breadcrumb. A line that stands again in the text is an entry of its
  /// table of contents.
  bool is_repeated(std::uint32_t i) const {
    const std::string_view text = page_.text(page_.lines[i].span);
    return std::any_of(page_.lines.begin(), page_.lines.end(), [&](const PageLine& other) {
      if (other.span == page_.lines[i].span || other.span.size() < text.size() || other.span.size() > text.size() + repeat_slack) return false;
      if (other.span.size() == text.size() && other.span.begin >= page_.lines[body_.first].span.begin) return false;
      return page_.text(other.span).find(text) != std::string_view::npos;
    });
  }

  bool like_menu(std::uint32_t i) const {
    const PageLine& line = page_.lines[i];
    const LineShape& own = line.shape;
    if (line.has(Label::date_line) || line.has(Label::time_line) || line.has(Label::by_line)) return false;
    return own.characters >= menu_from && own.characters <= menu_to && !own.ends_sentence;
  }

  /// Between two lines of the same sort: a list of headlines.
  bool in_menu(std::uint32_t i) const { return i > 0 && i + 1 < page_.size() && like_menu(i - 1) && like_menu(i + 1); }

  const Page& page_;
  const Body& body_;
  TitleLines lines_;
  const Lexicon* stop_words_;
};

/// Pages give their title twice: "Ice on the quay - Harbour News", then "Ice on the quay". The line that has it without the site.
std::uint32_t without_site(const Page& page, std::uint32_t title) {
  const std::string_view whole = page.text(page.lines[title].span);
  for (std::uint32_t i = title + 1; i < page.size() && i <= title + neighbours; ++i) {
    const std::string_view part = page.text(page.lines[i].span);
    if (part.size() < shortest_part || part.size() + shortest_site > whole.size() || !whole.starts_with(part)) continue;
    const std::string_view site = whole.substr(part.size());
    if (site.starts_with(" - ") || site.starts_with(" | ") || site.starts_with(" – ") || site.starts_with(" — ") || site.starts_with(" • ")) return i;
  }
  return title;
}

}  // namespace

std::optional<std::uint32_t> find_title(const Page& page, const Body& body, const std::vector<bool>& excluded, const Lexicon* stop_words) {
  if (!body.found || page.size() < 2) return std::nullopt;
  Found title = TitleFinder(page, body, excluded, stop_words).run();
  if (title.score < sure_score && body.settled > body.first) {
    // What looked like the text may be a notice or a menu with descriptions.
    Body settled = body;
    settled.first = body.settled;
    settled.densest = std::max(body.densest, body.settled);
    if (const Found below = TitleFinder(page, settled, excluded, stop_words).run(); below.score > title.score + clearly_more) title = below;
  }
  return title.line ? without_site(page, *title.line) : title.line;
}

}  // namespace onrecord
