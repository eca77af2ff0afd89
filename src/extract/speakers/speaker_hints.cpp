#include "onrecord/extract/speakers/speaker_hints.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include "onrecord/text/characters.h"

namespace onrecord {

bool SpeakerHints::tells_of_person(Span name) const {
  constexpr std::size_t close_by = 5;
  const std::string_view rest = std::string_view(document_.folded.text()).substr(name.end);
  const std::span<const Span> words = document_.words.from(name.end);
  const bool apposition = rest.starts_with(", ") && !words.empty();
  if (apposition && words_.pronoun(text(words.front())) == Pronoun::relative) return true;
  if (apposition && tells_post(words)) return true;
  const bool determined = apposition && words_.is_determiner(text(words.front()));
  SourceNoun last = SourceNoun::none;  // of "the parent company" the company
  for (std::size_t i = 0; i < std::min(words.size(), close_by); ++i) {
    if (rest.substr(0, words[i].begin - name.end).find_first_of(",.!?\n", apposition ? 1 : 0) != std::string_view::npos) break;
    const std::string_view word = text(words[i]);
    const Pronoun pronoun = words_.pronoun(word);
    if (!apposition && (pronoun == Pronoun::man || pronoun == Pronoun::woman || pronoun == Pronoun::of_man)) return true;
    if (determined && words_.is_preposition(word)) break;
    if (const SourceNoun noun = words_.source_noun(word); noun != SourceNoun::none) last = noun;
  }
  return (determined && last == SourceNoun::person) || is_called_before(name);
}

/// A noun for one person, and for no body as well: not "operator", "owner".
bool SpeakerHints::is_post(std::string_view noun) const {
  return words_.source_noun(noun) == SourceNoun::person && !words_.is_organisation_noun(noun) && !words_.names_follow(noun) && !words_.is_person_or_body(noun);
}

bool SpeakerHints::apposes_post(Span name) const {
  const std::span<const Span> words = document_.words.from(name.end);
  return std::string_view(document_.folded.text()).substr(name.end).starts_with(", ") && !words.empty() && tells_post(words);
}

/// "head of", "chief economist at": a noun for one person and a preposition.
bool SpeakerHints::tells_post(std::span<const Span> words) const {
  constexpr std::size_t close_by = 4;
  for (std::size_t i = 0; i + 1 < std::min(words.size(), close_by); ++i) {
    if (words[i + 1].begin != words[i].end + 1 || !is_small_at(document_.folded.text(), words[i].begin)) return false;
    if (words_.is_preposition(text(words[i + 1]))) return is_post(text(words[i]));
  }
  return false;
}

/// "a resident surnamed", "a woman known only as": a noun for one person, and how that person is called.
bool SpeakerHints::is_called_before(Span name) const {
  constexpr std::uint32_t reach = 40;
  constexpr std::size_t most_between = 3;
  const WordSpans words = document_.words_in({name.begin - std::min(name.begin, reach), name.begin});
  if (words.size() < 2 || words.back().end + 1 != name.begin) return false;
  const bool as = words_.is_subordinator(text(words.back()));
  if (!as && !words_.is_finite_verb(text(words.back()))) return false;
  for (std::size_t i = 1; i <= (as ? most_between : 1) && i < words.size(); ++i) {
    if (words_.source_noun(text(words[words.size() - 1 - i])) == SourceNoun::person) return true;
  }
  return false;
}

bool SpeakerHints::tells_of_thing(Span name) const {
  constexpr std::size_t close_by = 4;
  return goes_on_with_which(name) || apposes_body(name) || is_body_before(name) || verb_and(name, Pronoun::of_thing, close_by);
}

bool SpeakerHints::tells_of_firm(Span noun) const {
  constexpr std::size_t close_by = 2;
  return goes_on_with_which(noun) || verb_and(noun, Pronoun::thing, close_by) || verb_and(noun, Pronoun::of_thing, close_by);
}

/// "the regional bank", in small letters right before a name.
bool SpeakerHints::is_body_before(Span name) const {
  constexpr std::uint32_t reach = 30;
  const WordSpans words = document_.words_in({name.begin - std::min(name.begin, reach), name.begin});
  return !words.empty() && words.back().end + 1 == name.begin && document_.folded.text()[words.back().end] == ' ' && words_.names_follow(text(words.back()));
}

/// ", maker of boats,", ", a charity": the first noun behind the comma is one for a body.
bool SpeakerHints::apposes_body(Span name) const {
  constexpr std::size_t close_by = 4;
  const std::string_view rest = std::string_view(document_.folded.text()).substr(name.end);
  const std::span<const Span> words = document_.words.from(name.end);
  if (!rest.starts_with(", ")) return false;
  for (std::size_t i = 0; i < std::min(words.size(), close_by); ++i) {
    if (rest.substr(2, words[i].begin - name.end - 2).find_first_of(",.!?\n\"") != std::string_view::npos) return false;
    const std::string_view word = text(words[i]);
    if (is_capital_at(document_.folded.text(), words[i].begin) || words_.is_preposition(word) || words_.is_finite_verb(word)) return false;
    const SourceNoun noun = words_.source_noun(word);
    if (noun != SourceNoun::none && !words_.names_follow(word)) return false;
    if (noun == SourceNoun::body) return true;
  }
  return false;
}

/// Whether ", which" follows.
bool SpeakerHints::goes_on_with_which(Span mention) const {
  const std::string_view rest = std::string_view(document_.folded.text()).substr(mention.end);
  const std::span<const Span> words = document_.words.from(mention.end);
  if (words.empty() || !rest.starts_with(", ")) return false;
  return words.front().begin == mention.end + 2 && words_.pronoun(text(words.front())) == Pronoun::relative_thing;
}

/// Whether a verb follows, or what may be one, and, at most `reach` words behind it, a pronoun that means a thing.
bool SpeakerHints::verb_and(Span mention, Pronoun thing, std::size_t reach) const {
  const std::span<const Span> words = document_.words.from(mention.end);
  if (words.empty() || words.front().begin != mention.end + 1 || !is_small_at(document_.folded.text(), words.front().begin)) return false;
  const std::string_view verb = text(words.front());
  if (words_.is_preposition(verb) || words_.is_conjunction(verb) || words_.is_determiner(verb) || words_.is_subordinator(verb)) return false;
  for (std::size_t i = 1; i < std::min(words.size(), reach + 1); ++i) {
    if (words[i].begin != words[i - 1].end + 1 || document_.folded.text()[words[i - 1].end] != ' ') return false;
    if (words_.pronoun(text(words[i])) == thing) return true;
  }
  return false;
}

}  // namespace onrecord
