#include "onrecord/extract/speakers/body_before.h"

#include <algorithm>
#include <string_view>

#include "onrecord/extract/matching/view.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t most_modifiers = 3;  // "the country's second largest bank"

}  // namespace

Span body_before(const NameWords& words, const Document& document, const Names& names, std::uint32_t offset) {
  const std::uint32_t begin = document.sentences[document.sentence_at(offset)].span.begin;
  const WordSpans before = document.words_in({begin, offset});
  const auto text = [&](std::size_t i) { return document.folded.slice(before[i]); };
  const auto capital = [&](std::size_t i) { return is_capital_at(document.folded.text(), before[i].begin); };
  for (std::size_t i = before.size(); i-- > 1;) {
    if (const NameMention* known = names.mention_at(before[i].begin); known != nullptr) {
      if (!names.is_person(*known) && !known->quoted && !words.is_place(document.folded.slice(known->name))) return known->name;
      continue;
    }
    if (capital(i)) {
      // A name that no list has, of one word, where a preposition tells that it is one: "shares of Olera".
      if (words.is_preposition(text(i - 1)) && !words.is_place(text(i)) && !words.is_day(text(i)) && !words.never_starts_a_name(text(i))) return before[i];
      continue;
    }
    if (words.source_noun(text(i)) != SourceNoun::body) continue;
    for (std::size_t k = i; k-- > 0 && i - k <= most_modifiers && before[k].end + 1 == before[k + 1].begin;) {
      if (words.is_definite_article(text(k)) || words.is_possessive(text(k)))
        return {words.is_possessive(text(k)) ? before[k + 1].begin : before[k].begin, before[i].end};
    }
  }
  return {};
}

}  // namespace onrecord
