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

}  // namespace

bool may_be_quoted(const Document& document, const NameWords& words, Span subject) {
  const WordSpans all = document.words_in(subject);
  if (all.empty()) return false;
  if (const Pronoun pronoun = words.pronoun(document.folded.slice(all[0])); all.size() == 1 && pronoun != Pronoun::none) return is_person_pronoun(pronoun);
  // The noun stands before what it is of: "authors of the report".
  std::size_t behind = 1;
  while (behind < all.size() && !words.is_preposition(document.folded.slice(all[behind]))) ++behind;
  const std::string_view noun = document.folded.slice(all[behind - 1]);
  if (words.source_noun(noun) != SourceNoun::none || words.is_title(noun) || words.is_organisation_noun(noun)) return true;
  return is_capital_at(document.folded.text(), all[behind - 1].begin) && !words.is_determiner(noun) && !words.is_quantifier(noun);
}

}  // namespace onrecord
