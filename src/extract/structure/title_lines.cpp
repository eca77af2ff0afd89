#include "onrecord/extract/structure/title_lines.h"

#include <algorithm>
#include <string_view>

#include "onrecord/base/ascii.h"

namespace onrecord {
namespace {

constexpr std::uint32_t paragraphs_of_text = 3;  // more than a notice above a page

constexpr std::uint32_t fewest_characters = 12, most_characters = 220;
constexpr std::uint32_t fewest_words = 2;
constexpr std::uint32_t most_bars = 1, most_glued = 1;
constexpr std::uint32_t words_a_brand = 4;  // "WordPress" is glued, too: one in so many words makes no menu
constexpr std::uint32_t most_date_words = 10, fewest_small = 2;
constexpr std::uint32_t paragraph_characters = 75, long_characters = 190;

constexpr std::uint32_t interview_reach = 7;  // lines from the first question of an interview to …
constexpr std::size_t fewest_more = 2;        // … so many more of them

// A page without furniture: the title is its first line.
constexpr std::uint32_t plain_reach = 4;      // lines from it to the text
constexpr std::uint32_t contents_reach = 10;  // … where contents stand between them
constexpr std::uint32_t plain_characters = 160;
constexpr std::uint32_t plain_words = 3;
constexpr std::ptrdiff_t fewest_paragraphs = 4;    // with the title
constexpr std::uint32_t lead_words = 6;            // of a paragraph
constexpr std::uint32_t lead_sentence_words = 15;  // of a sentence that no headline is as long as

/// A deck, a byline or a date, or what announces the text.
bool may_stand_below_title(const PageLine& line) {
  if (line.has(Label::furniture_line) || line.has(Label::furniture_sentence)) return false;
  return line.shape.ends_sentence || line.shape.last == U':' || line.has(Label::by_line) || line.has(Label::date_line) || line.has(Label::time_line);
}

}  // namespace

/// Whether the page is an article and nothing else: its title stands first and its text soon after.
bool TitleLines::is_plain_article() const {
  const LineShape& first = shape(0);
  if (body_.first == 0 || body_.first > contents_reach || !may_be_title(0)) return false;
  if (first.characters > plain_characters || (first.several_sentences && first.characters > good_to) || (first.quoted && first.ends_sentence)) return false;
  if (first.words < plain_words) return false;
  bool over_contents = false;
  for (std::uint32_t i = 1; i < body_.first; ++i) {
    const bool of_contents = stands_again(i);
    if (!of_contents && !may_stand_below_title(page_.lines[i])) return false;
    over_contents = over_contents || of_contents;
  }
  if (!over_contents && (body_.first > plain_reach || (first.words < good_words && body_.first > 1))) return false;
  return (shape(body_.first).characters >= text_characters || is_paragraph(body_.first)) && shape(body_.first).characters > first.characters;
}

/// Whether the line is an entry of the contents above the text: it stands there again, as a heading.
bool TitleLines::stands_again(std::uint32_t i) const {
  const std::string_view text = page_.text(page_.lines[i].span);
  return text != page_.text(page_.lines[0].span) &&
         std::any_of(page_.lines.begin() + body_.first, page_.lines.end(), [&](const PageLine& line) { return page_.text(line.span) == text; });
}

/// Whether sentences follow the first line at once, however short they are: paragraphs of news may be.
bool TitleLines::is_plain_news() const {
  const LineShape& first = shape(0);
  if (std::ssize(page_.lines) < fewest_paragraphs || !may_be_title(0) || first.characters > plain_characters || first.words < plain_words ||
      first.ends_sentence)
    return false;
  return std::all_of(page_.lines.begin() + 1, page_.lines.begin() + fewest_paragraphs, [](const PageLine& line) {
    return line.shape.ends_sentence && line.shape.words >= lead_words && !line.has(Label::furniture_line) && !line.has(Label::furniture_sentence);
  });
}

bool TitleLines::begin_with_text() const {
  if (body_.first > 0 || page_.size() <= paragraphs_of_text) return false;
  for (std::uint32_t i = 0; i < paragraphs_of_text; ++i) {
    if (!body_.is_long[i] || shape(i).characters < text_characters || !shape(i).ends_sentence) return false;
  }
  // A title may be long and end with a full stop.
  return !shape(0).title_case && (shape(0).several_sentences || shape(0).characters > most_characters);
}

bool TitleLines::may_be_title(std::uint32_t i) const {
  const PageLine& line = page_.lines[i];
  const LineShape& own = line.shape;
  if (excluded_[i]) return false;
  if (own.characters < fewest_characters || own.characters > most_characters || own.words < fewest_words) return false;
  if (is_paragraph(i) || is_lead(i) || is_listed_question(i) || (line.has(Label::place_start) && own.last == U'.')) return false;  // "Oslo: The harbour froze."
  const bool counted = own.bullet && is_ascii_digit(page_.text(line.span).front());
  if (own.bullet && (!counted || (line.has(Label::question_line) && line.question.begin > line.span.begin)))
    return false;  // "• Open all day", "1) Who owns the quay?"
  if (own.bars > most_bars || own.glued > std::max(most_glued, own.words / words_a_brand) || own.symbols_only || line.question_labelled) return false;
  for (const Label label :
       {Label::by_line, Label::by_alone, Label::breadcrumb, Label::furniture_line, Label::furniture_sentence, Label::dateline_start, Label::photo_credit}) {
    if (line.has(label)) return false;
  }
  const bool dated = line.has(Label::date_line) || line.has(Label::time_line);
  const bool tells = !line.has(Label::time_line) && small_words(i) >= fewest_small && (i == 0 || is_signed(i));  // "Bridge closes on 3 May 2026"
  return tells || !(dated && own.characters < longest_date_line && own.words <= most_date_words);
}

/// Several sentences, or a quotation and more, with a full stop at the end, or many words, and not written like a headline.
bool TitleLines::is_paragraph(std::uint32_t i) const {
  const LineShape& own = shape(i);
  if (own.title_case || own.characters < paragraph_characters) return false;
  if (own.characters >= long_characters && own.ends_sentence && own.several_sentences) return true;
  const std::string_view text = page_.text(page_.lines[i].span);
  return (own.several_sentences || own.quoted) && (text.ends_with('.') || (text.ends_with(':') && own.words >= lead_sentence_words));
}

/// The first sentence of a text: many words with a full stop, most of them small, where neither authors nor a date stand below.
bool TitleLines::is_lead(std::uint32_t i) const {
  if (shape(i).words < lead_sentence_words || shape(i).last != U'.' || (is_signed(i) && (i == 0 || i < body_.first))) return false;
  return small_words(i) * 2 > shape(i).words;
}

/// Words behind the first that begin with a small letter.
std::uint32_t TitleLines::small_words(std::uint32_t i) const {
  const std::string_view text = page_.text(page_.lines[i].span);
  std::uint32_t small = 0;
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1))
    small += at + 1 < text.size() && is_ascii_small(text[at + 1]) ? 1 : 0;
  return small;
}

/// One of several questions right below each other.
bool TitleLines::is_listed_question(std::uint32_t i) const {
  const auto asks = [&](std::ptrdiff_t below) {
    const std::ptrdiff_t k = static_cast<std::ptrdiff_t>(i) + below;
    if (k < 0 || k >= std::ssize(page_.lines)) return false;
    const PageLine& line = page_.lines[static_cast<std::size_t>(k)];
    return line.has(Label::question_line) && (below == 0 || page_.text(line.question) != page_.text(page_.lines[i].question));
  };
  return asks(0) && ((asks(-1) && asks(1)) || (asks(1) && asks(2)) || (asks(-1) && asks(-2)));
}

bool TitleLines::open_interview() const {
  if (page_.size() < 2 || !page_.lines[0].has(Label::question_line) || page_.lines[1].has(Label::question_line) || !shape(1).ends_sentence) return false;
  std::size_t more = 0;
  for (std::uint32_t k = 2; k < page_.size() && k <= interview_reach; ++k) more += page_.lines[k].has(Label::question_line) ? 1 : 0;
  return more >= fewest_more;
}

bool TitleLines::is_signed(std::uint32_t i) const {
  for (std::uint32_t k = i + 1; k <= i + 2 && k < page_.size(); ++k) {
    const PageLine& line = page_.lines[k];
    const bool dated = line.has(Label::date_line) || line.has(Label::time_line);
    const bool sentence = line.shape.ends_sentence && line.shape.words > most_date_words;
    if (line.has(Label::by_line) || line.has(Label::by_alone) || is_dated_name(k) || (dated && !sentence && line.shape.characters < text_characters))
      return true;
  }
  return false;
}

bool TitleLines::is_dated_name(std::uint32_t i) const {
  if (!page_.lines[i].has(Label::name_line)) return false;
  std::uint32_t below = i + 1;
  if (below < page_.size() && page_.lines[below].has(Label::furniture_line)) ++below;  // "Follow"
  if (below >= page_.size()) return false;
  const PageLine& line = page_.lines[below];
  return line.shape.characters < longest_date_line && (line.has(Label::date_line) || line.has(Label::time_line));
}

}  // namespace onrecord
