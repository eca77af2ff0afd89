#include "onrecord/extract/structure/heading_lines.h"

#include "onrecord/base/heading.h"

namespace onrecord {
namespace {

constexpr std::uint32_t longest_heading = 100;          // characters
constexpr std::uint32_t longest_marked_heading = 250;   // where markup says that it is one
constexpr std::uint32_t fewest_words_of_sentence = 10;  // a marked heading of so many that ends in a full stop is text made large
constexpr std::uint32_t text_below_heading = 80;        // characters of a line that makes the one above a heading …
constexpr std::size_t heading_reach = 2;                // … if it stands so near
constexpr std::uint32_t most_words_with_colon = 6;      // a longer line that ends in a colon introduces what follows
constexpr std::uint32_t fewest_headline_words = 5;
constexpr std::uint32_t fewest_listed_words = 4;   // of a headline in a list of others
constexpr std::uint32_t longest_listed = 140;      // characters
constexpr std::uint32_t most_words_with_date = 6;  // a line that is a date and little else

}  // namespace

bool HeadingLines::is_heading(std::uint32_t i, std::optional<std::uint32_t> title) const {
  const LineShape& shape = page_.lines[i].shape;
  if (title && i < *title) return false;
  const std::uint8_t level = page_.lines[i].heading;
  if (is_marked_) {
    const bool is_text = shape.last == U'.' && shape.words >= fewest_words_of_sentence;
    return level != 0 && level != Heading::entry && shape.characters <= longest_marked_heading && !is_text;
  }
  if (shape.characters > longest_heading || shape.bullet || (shape.ends_sentence && shape.last != U'?')) return false;
  if ((shape.quoted || shape.several_sentences) && !shape.title_case) return false;
  const bool dated = page_.lines[i].has(Label::date_line) || page_.lines[i].has(Label::time_line);
  if (dated && shape.words <= most_words_with_date) return false;
  if (shape.last == U':' && shape.words > most_words_with_colon) return false;
  for (std::size_t k = i + 1; k < page_.size() && k <= i + heading_reach; ++k) {
    const bool text = classes_[k] == LineClass::body || classes_[k] == LineClass::callout || classes_[k] == LineClass::faq_answer;
    if (text && page_.lines[k].shape.characters >= text_below_heading) return true;
  }
  return false;
}

bool HeadingLines::is_open(std::uint32_t i) const {
  return classes_[i] == LineClass::heading || classes_[i] == LineClass::question || classes_[i] == LineClass::body;
}

bool HeadingLines::is_headline(std::uint32_t i) const {
  const LineShape& shape = page_.lines[i].shape;
  return is_open(i) && shape.title_case && shape.words >= fewest_headline_words && (!shape.ends_sentence || shape.last == U'?') && shape.last != U':';
}

bool HeadingLines::is_teaser(std::uint32_t i) const {
  if (!is_open(i) || page_.lines[i].shape.words < fewest_headline_words || !may_be_listed(i)) return false;
  const bool one_above = i > 0 && may_be_listed(i - 1), one_below = i + 1 < page_.size() && may_be_listed(i + 1);
  return page_.lines[i].shape.title_case ? one_above || one_below : one_above && one_below;
}

bool HeadingLines::may_be_listed(std::uint32_t i) const {
  const LineShape& shape = page_.lines[i].shape;
  const bool goes_on = shape.last == U':' || shape.last == U',';
  return shape.words >= fewest_listed_words && shape.characters <= longest_listed && !shape.ends_sentence && !shape.bullet && !goes_on;
}

}  // namespace onrecord
