#include "onrecord/extract/statements/quoted_subject.h"

#include "onrecord/extract/matching/view.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

bool is_person_pronoun(Pronoun pronoun) {
  switch (pronoun) {
    case Pronoun::man:
    case Pronoun::woman:
    case Pronoun::many:
    case Pronoun::self:
    case Pronoun::selves:
    case Pronoun::relative: return true;
    default: return false;
  }
}

/// "Ann Lee's answer", "the senator's", "her": whether somebody has what the subject names.
bool has_owner(const Document& document, const NameWords& words, const WordSpans& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string_view form = document.folded.slice(all[i]);
    const Pronoun pronoun = words.pronoun(form);
    if (pronoun == Pronoun::of_man || pronoun == Pronoun::woman) return true;
    if (i == 0 || !words.is_possessive(form)) continue;
    const std::string_view owner = document.folded.slice(all[i - 1]);
    if ((is_capital_at(owner, 0) && !words.is_place(owner)) || words.source_noun(owner) != SourceNoun::none) return true;
  }
  return false;
}

}  // namespace

bool may_be_quoted(const Document& document, const NameWords& words, Span subject) {
  const WordSpans all = document.words_in(subject);
  if (all.empty()) return false;
  if (const Pronoun pronoun = words.pronoun(document.folded.slice(all[0])); all.size() == 1 && pronoun != Pronoun::none) {
    const bool asks = pronoun == Pronoun::relative && is_capital_at(document.folded.text(), all[0].begin);  // "Who never said: “…”?"
    return is_person_pronoun(pronoun) && !asks;
  }
  // The noun stands before what it is of: "authors of the report".
  std::size_t behind = 1;
  while (behind < all.size() && !words.is_preposition(document.folded.slice(all[behind]))) ++behind;
  const std::string_view noun = document.folded.slice(all[behind - 1]);
  if (words.is_spoken_thing(noun) && has_owner(document, words, all)) return true;
  if (words.source_noun(noun) != SourceNoun::none || words.is_title(noun) || words.is_organisation_noun(noun)) return true;
  return is_capital_at(document.folded.text(), all[behind - 1].begin) && !words.is_determiner(noun) && !words.is_quantifier(noun);
}

bool is_told_about(const Document& document, const NameWords& words, Span between) {
  const WordSpans all = document.words_in(between);
  const auto form = [&](std::size_t i) { return document.folded.slice(all[i]); };
  std::size_t i = 0;
  while (i < all.size() && !words.is_be(form(i)) && (words.is_adverb(form(i)) || words.is_finite_verb(form(i)))) ++i;
  if (i == all.size() || !words.is_be(form(i))) return false;
  while (i < all.size() && (words.is_be(form(i)) || words.is_adverb(form(i)))) ++i;
  if (i < all.size()) return words.may_be_past(form(i));
  return document.folded.slice(between).find_first_of(":,") == std::string_view::npos;
}

bool is_plain_thing(const Document& document, const NameWords& words, Span subject) {
  const WordSpans all = document.words_in(subject);
  if (all.size() < 2 || !words.is_determiner(document.folded.slice(all[0]))) return false;
  std::size_t behind = 1;
  for (; behind < all.size() && !words.is_preposition(document.folded.slice(all[behind])); ++behind) {
    const std::string_view form = document.folded.slice(all[behind]);
    const bool somebody = words.source_noun(form) != SourceNoun::none || words.is_title(form) || words.is_organisation_noun(form) || words.is_quantifier(form);
    if (somebody || is_capital_at(document.folded.text(), all[behind].begin)) return false;
  }
  return behind > 1 && !words.may_be_plural(document.folded.slice(all[behind - 1]));  // not "each of the masons", and who knows all plurals
}

}  // namespace onrecord
