#include "onrecord/extract/structure/byline.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// Names of one word are kept only where nothing else is left to take.
constexpr std::uint32_t fewest_words = 2;
constexpr std::size_t longest_short_form = 3;  // bytes, with its full stop

bool ends_names(const Lexicon* byline_end, std::string_view word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ',' || word.back() == ':')) word.remove_suffix(1);
  return !word.empty() && byline_end->find(word) != nullptr;
}

/// Where in `word` a glued word that ends names, or a number, begins: "DoePublished", "Doe08/13/2020"; its size where there is none.
std::uint32_t glued_at(std::string_view text, Span word, const Lexicon* byline_end) {
  for (std::uint32_t i = word.begin + character_at(text, word.begin).size; i < word.end; i += character_at(text, i).size) {
    const bool seam = is_small(character_before(text, i).code) && is_capital_at(text, i);
    if (seam && ends_names(byline_end, slice(text, {i, word.end}))) return i;
    if (is_digit(character_at(text, i).code) && is_small(character_before(text, i).code)) return i;
  }
  return word.end;
}

/// The last comma so far: a single word between it and a word that ends the names belongs to the role.
struct Comma {
  std::uint32_t at = 0;
  std::uint32_t words_before = 0;
};

Span trim(std::string_view text, Span span, const Lexicon* byline_end) {
  while (span.end > span.begin) {
    const char last = text[span.end - 1];
    if (last != ' ' && last != ',' && last != '-' && last != ':' && last != '\n') break;
    --span.end;
  }
  // A full stop ends the line, not the name, unless it belongs to a short form: "Jr.", "J.".
  const std::string_view names = slice(text, span);
  const std::string_view word = names.substr(names.rfind(' ') + 1);
  const bool small = !word.empty() && word.size() < names.size() && is_small(character_at(word, 0).code);
  if (small && ends_names(byline_end, word)) return trim(text, {span.begin, span.end - static_cast<std::uint32_t>(word.size())}, byline_end);  // "Jo Doe on"
  if (word.size() > longest_short_form && word.find('.') + 1 == word.size()) --span.end;
  return span;
}

}  // namespace

Span cut_names(std::string_view text, Span names, const Lexicon* byline_end) {
  if (byline_end == nullptr) return names;
  std::uint32_t words = 0;
  Comma comma;
  for (std::uint32_t i = names.begin; i < names.end;) {
    std::uint32_t end = i;
    while (end < names.end && text[end] != ' ' && text[end] != '\n') ++end;
    const Span word{i, end};
    if (!word.empty()) {
      if (words >= fewest_words && ends_names(byline_end, slice(text, word))) {
        const bool half_a_role = comma.at > 0 && words - comma.words_before < fewest_words;
        return trim(text, {names.begin, half_a_role ? comma.at : i}, byline_end);
      }
      if (const std::uint32_t glued = glued_at(text, word, byline_end); glued < end) return {names.begin, glued};
      ++words;
      if (text[end - 1] == ',') comma = {end - 1, words};
    }
    i = end + 1;
  }
  return trim(text, names, byline_end);
}

}  // namespace onrecord
