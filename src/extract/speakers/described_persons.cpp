#include "onrecord/extract/speakers/described_persons.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t lead = 700;   // bytes from the start of the text
constexpr std::uint32_t below = 900;  // bytes behind the noun

/// The first mention of a person, if it is a full name.
const NameMention* introduction(const Names& names, std::uint32_t named) {
  const auto& mentions = names.mentions();
  const auto found = std::find_if(mentions.begin(), mentions.end(), [&](const NameMention& mention) { return mention.named == named; });
  return found != mentions.end() && found->full && !found->quoted ? &*found : nullptr;
}

/// Whom the paragraph below begins with.
const NameMention* opening_name(const Document& document, const Names& names, std::uint32_t offset) {
  const std::uint32_t next = document.line_at(offset) + 1;
  if (next >= document.lines.size()) return nullptr;
  const std::uint32_t begin = document.lines[next].span.begin;
  const std::size_t first = names.first_from(begin);
  if (first == names.mentions().size()) return nullptr;
  const NameMention& mention = names.mentions()[first];
  const bool is_label = document.folded.stands_at(mention.name.end, ":");
  return mention.whole.begin == begin && mention.introduces && !is_label && names.is_person(mention) ? &mention : nullptr;
}

}  // namespace

std::uint32_t person_named_below(const NameWords& words, const Document& document, const Names& names, const MentionHead& noun) {
  const std::string_view word = document.folded.slice(noun.noun);
  if (noun.span.begin > lead || noun.noun.end != noun.span.end || words.source_noun(word) != SourceNoun::person) return Names::nobody;
  const std::string role = words.role_noun(word);
  const std::uint32_t named = role.empty() || words.is_own_official(word) ? Names::nobody : names.only_with_role(role, noun.span.end + below);
  if (named != Names::nobody) {
    const NameMention* first = introduction(names, named);
    return first != nullptr && first->name.begin > noun.span.end ? named : Names::nobody;
  }
  if (!noun.definite || !words.is_public_office(word)) return Names::nobody;
  const NameMention* opening = opening_name(document, names, noun.span.begin);
  return opening != nullptr && names.all()[opening->named].role.empty() ? opening->named : Names::nobody;
}

std::uint32_t only_person_of_body(const NameWords& words, const Document& document, const Names& names, const MentionHead& noun) {
  constexpr std::size_t most_between = 4;
  constexpr std::size_t most_compared = 512;  // where an article has more names, each such noun would be held against all of them
  const NameMention* body = names.mention_at(noun.span.begin);
  const bool tells = body != nullptr && !names.is_person(*body) && body->name.end < noun.noun.begin && noun.noun.end == noun.span.end;
  if (!tells || words.source_noun(document.folded.slice(noun.noun)) != SourceNoun::person || words.is_place(document.folded.slice(body->name)))
    return Names::nobody;
  const WordSpans between = document.words_in({body->name.end, noun.noun.begin});
  const auto modifies = [&](Span word) {
    return words.is_possessive(document.folded.slice(word)) ||
           (is_small_at(document.folded.text(), word.begin) && !words.is_preposition(document.folded.slice(word)));
  };
  if (between.size() > most_between || names.all().size() > most_compared || !std::all_of(between.begin(), between.end(), modifies)) return Names::nobody;
  std::uint32_t found = Names::nobody;
  for (std::uint32_t i = 0; i < names.all().size(); ++i) {
    const Named& person = names.all()[i];
    if (person.kind != Named::Kind::person || person.affiliation.empty() || person.affiliation.begin > noun.span.begin) continue;
    const NameMention* own = names.mention_at(person.affiliation.begin);
    if (own == nullptr || own->named != body->named) continue;
    if (found != Names::nobody) return Names::nobody;
    found = i;
  }
  return found != Names::nobody && names.all()[found].role.empty() ? found : Names::nobody;
}

}  // namespace onrecord
