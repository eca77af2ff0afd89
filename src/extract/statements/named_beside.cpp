#include "onrecord/extract/statements/named_beside.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t few_below = 2;  // names below quotations: fewer tell nothing

}  // namespace

Span NamedBeside::of(const Quotation& quotation) {
  if (stand_below()) return fills_paragraph(quotation) ? below(quotation) : Span{};
  return above(quotation);
}

Span NamedBeside::above(const Quotation& quotation) const {
  if (quotation.paragraph == 0 || !opens_paragraph(quotation)) return {};
  const Span above = document_.lines[quotation.paragraph - 1].span;
  const WordSpans words = document_.words_in(above);
  if (!is_name_without_clause(words) || !outer_.overlapping(above).empty()) return {};
  if (document_.folded.text()[above.end - 1] == ':') return {above.begin, above.end - 1};
  return ends_in_role(above, words.back()) ? above : Span{};
}

/// Without the town, or how old somebody is: "Ann Lee" of "Ann Lee, 34, Lisbon".
Span NamedBeside::below(const Quotation& quotation) const {
  if (!is_name_line(quotation.paragraph + 1)) return {};
  const Span line = document_.lines[quotation.paragraph + 1].span;
  const WordSpans words = document_.words_in(line);
  if (ends_in_role(line, words.back())) return line;
  const std::size_t comma = document_.folded.slice(line).find(',');
  return comma == std::string_view::npos ? Span{words.front().begin, line.end} : Span{words.front().begin, line.begin + static_cast<std::uint32_t>(comma)};
}

/// Whether names stand below quotations rather than above.
bool NamedBeside::stand_below() {
  if (std::exchange(counted_, true)) return below_;
  std::size_t above = 0, below = 0;
  for (const std::uint32_t index : outer_.all()) {
    const Quotation& quotation = document_.quotations[index];
    if (!fills_paragraph(quotation)) continue;
    above += quotation.paragraph > 0 && is_name_line(quotation.paragraph - 1) ? 1 : 0;
    below += is_name_line(quotation.paragraph + 1) ? 1 : 0;
  }
  below_ = below >= few_below && below > above;
  return below_;
}

/// A short line that begins with somebody's name, is no sentence and opens nothing.
bool NamedBeside::is_name_line(std::uint32_t line) const {
  constexpr std::size_t most_words = 8;
  if (line >= document_.lines.size()) return false;
  const Span span = document_.lines[line].span;
  constexpr std::uint32_t longest = 80;
  if (span.size() > longest) return false;
  const char last = document_.folded.text()[span.end - 1];
  const WordSpans words = document_.words_in(span);
  return last != '.' && last != ':' && last != '?' && last != '!' && words.size() <= most_words && words.front().begin == span.begin &&
         is_name_without_clause(words) && outer_.overlapping(span).empty();
}

/// Whether words begin with the name of a person and have no finite verb.
bool NamedBeside::is_name_without_clause(const WordSpans& words) const {
  constexpr std::size_t most_words = 25;
  if (words.size() < 2 || words.size() > most_words) return false;
  const std::string& text = document_.folded.text();
  const bool named = words_.is_first_name(slice(text, words[0])) && is_capital_at(text, words[1].begin);
  return named && std::none_of(words.begin(), words.end(), [&](Span word) { return words_.is_finite_verb(slice(text, word)); });
}

/// Whether the last word of a paragraph ends it with what a person is, somewhere behind a comma.
bool NamedBeside::ends_in_role(Span paragraph, Span last) const {
  return last.end == paragraph.end && document_.folded.slice(paragraph).find(", ") != std::string_view::npos &&
         words_.source_noun(document_.folded.slice(last)) == SourceNoun::person;
}

}  // namespace onrecord
