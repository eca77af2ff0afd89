#include "onrecord/extract/statements/teller_above.h"

#include "onrecord/extract/matching/view.h"
#include "onrecord/text/characters.h"

namespace onrecord {

TellerAbove::Found TellerAbove::of(std::uint32_t sentence) const {
  if (sentence == 0) return {};
  const Sentence& above = document_.sentences[sentence - 1];
  if (above.paragraph + 1 < document_.sentences[sentence].paragraph || !outer_.overlapping(above.span).empty()) return {};
  const char32_t last = character_before(document_.folded.text(), above.span.end).code;
  if (last != '.' && last != ':') return {};
  const Span subject = subjects_.first_inside(above.span);
  if (subject.empty() || !is_person(subject)) return {};
  return {subject, last == ':' || is_gesture(subject)};
}

/// A name of few words, or a pronoun for one person.
bool TellerAbove::is_person(Span subject) const {
  constexpr std::size_t most_words = 4;
  const WordSpans words = document_.words_in(subject);
  if (words.empty() || words.size() > most_words) return false;
  const std::string_view first = document_.folded.slice(words.front());
  const std::string_view last = document_.folded.slice(words.back());
  const Pronoun pronoun = words_.pronoun(first);
  if (pronoun != Pronoun::none) return words.size() == 1 && (pronoun == Pronoun::man || pronoun == Pronoun::woman);
  if (words.size() > 1 && (words_.is_first_name(first) || words_.is_title(first))) return is_capital_at(last, 0);
  const bool other = words_.is_place(last) || words_.is_organisation(last) || words_.refuses_person(last) || words_.never_starts_a_name(last);
  return words.size() == 1 && is_capital_at(last, 0) && !other;
}

/// Whether the verb right behind tells of a gesture.
bool TellerAbove::is_gesture(Span subject) const {
  const std::span<const Span> behind = document_.words.from(subject.end);
  return !behind.empty() && behind.front().begin == subject.end + 1 && words_.is_gesture(document_.folded.slice(behind.front()));
}

}  // namespace onrecord
