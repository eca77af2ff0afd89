#include "onrecord/extract/speakers/noun_referents.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/speakers/described_persons.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {

std::uint32_t NounReferents::of(const MentionHead& noun, Span content) {
  if (const std::uint32_t body = bodies_.that_tells(noun); body != SpeakerList::none) return body;
  if (!noun.definite) {
    const std::uint32_t official = own_official(noun);
    return official != SpeakerList::none ? official : speaker(person_named_below(words_, document_, names_, noun));
  }
  const bool alone = noun.span == noun.noun;  // nothing else tells more of it
  if (const std::uint32_t body = alone ? bodies_.of_text(noun) : SpeakerList::none; body != SpeakerList::none) return body;
  if (const std::string_view which = alone ? words_.order_of(text(noun.noun)) : std::string_view(); !which.empty()) return one_of_two(noun, which, content);
  if (const std::uint32_t person = alone || is_age(noun.span) ? person_described(noun, content) : SpeakerList::none; person != SpeakerList::none) return person;
  if (const std::uint32_t named = name_with(noun); named != Names::nobody) return speakers_.of_named(named);
  if (const std::uint32_t person = known_person(noun, content); person != SpeakerList::none) return person;
  if (const std::uint32_t named = only_person_of_body(words_, document_, names_, noun); named != Names::nobody) return speakers_.of_named(named);
  const bool first = uses_.first(noun.noun) == noun.noun.begin;
  if (const std::uint32_t named = first ? person_named_below(words_, document_, names_, noun) : Names::nobody; named != Names::nobody)
    return speakers_.of_named(named);
  return alone ? bodies_.called(noun) : SpeakerList::none;
}

/// `SpeakerList::none` of nobody.
std::uint32_t NounReferents::speaker(std::uint32_t named) { return named == Names::nobody ? SpeakerList::none : speakers_.of_named(named); }

/// "his spokesman": the only one who was named before.
std::uint32_t NounReferents::own_official(const MentionHead& noun) {
  const WordSpans words = document_.words_in(noun.span);
  const bool own = words.size() == 2 && words[1] == noun.noun && words_.is_determiner(text(words[0])) && words_.pronoun(text(words[0])) != Pronoun::none;
  if (!own || !words_.is_own_official(text(noun.noun))) return SpeakerList::none;
  const std::uint32_t named = names_.only_with_role(words_.role_noun(text(noun.noun)), noun.span.begin);
  return named == Names::nobody ? SpeakerList::none : speakers_.of_named(named);
}

/// "the 58-year-old", "the Norwegian": whom "he" or "she" would mean there; `SpeakerList::none`: nobody.
std::uint32_t NounReferents::person_described(const MentionHead& noun, Span content) const {
  if (!words_.describes_person(text(noun.noun)) && !is_age(noun.span)) return SpeakerList::none;
  const Antecedent newest = newest_person(noun, Gender::unknown, content);
  return newest.speakers.empty() ? SpeakerList::none : newest.speakers.front();
}

/// "58-year-old", "58 year old": some papers write no hyphens.
bool NounReferents::is_age(Span phrase) const {
  std::string joined(text(phrase));
  std::replace(joined.begin(), joined.end(), ' ', '-');
  return !joined.empty() && is_ascii_digit(joined.front()) && words_.is_age(joined);
}

/// Whom "he" or "she" would mean there, as the gender allows.
Antecedent NounReferents::newest_person(const MentionHead& noun, Gender gender, Span content) const {
  const Antecedent man = gender == Gender::woman ? Antecedent{} : antecedents_.of(Pronoun::man, noun.span.begin, content);
  const Antecedent woman = gender == Gender::man ? Antecedent{} : antecedents_.of(Pronoun::woman, noun.span.begin, content);
  return woman.speakers.empty() || (!man.speakers.empty() && man.offset > woman.offset) ? man : woman;
}

/// "the twice-married actress", "the 58-year-old mason", "the 58-year-old Norwegian": who spoke last or leads the sentence before, if nobody else was called
/// so; `SpeakerList::none`: nobody.
std::uint32_t NounReferents::known_person(const MentionHead& noun, Span content) {
  if (noun.noun.end != noun.span.end) return SpeakerList::none;
  const WordSpans words = document_.words_in(noun.span);
  const Span before{noun.span.begin, std::max(noun.span.begin + 1, noun.noun.begin) - 1};
  const bool aged = is_age(before) || std::any_of(words.begin(), words.end(), [&](Span word) { return words_.is_age(text(word)); });
  if (is_party_member(noun)) return newest_who_spoke(noun, content);
  if (words_.source_noun(text(noun.noun)) != SourceNoun::person && !(aged && words_.describes_person(text(noun.noun)))) return SpeakerList::none;
  const bool office = !aged && is_new_office(noun);
  if ((!aged && !office && !words_.is_epithet(text(noun.noun)) && !is_former(noun)) || !uses_.is_definite_at_first(noun.noun)) return SpeakerList::none;
  const Antecedent person = newest_person(noun, words_.title_gender(text(noun.noun)), content);
  const bool alone = noun.span == noun.noun;  // not "the Lisbon senator"
  if (office && alone ? !person.leads : !person.spoke && !person.leads) return SpeakerList::none;
  if (office && speakers_.is_named_person(person.speakers.front())) return speakers_.note_noun(noun, person.speakers.front());
  return speakers_.is_named_person(person.speakers.front()) ? person.speakers.front() : SpeakerList::none;
}

/// "Democrat": a title that is no noun for what somebody does, as that of "Cllr" is.
bool NounReferents::is_party(Span noun) const {
  const std::string role = words_.role_noun(text(noun));
  return !role.empty() && words_.source_noun(text(noun)) == SourceNoun::none && words_.source_noun(role) == SourceNoun::none;
}

/// "the Lisbon Democrat"
bool NounReferents::is_party_member(const MentionHead& noun) const {
  return noun.span.begin < noun.noun.begin && words_.is_place(text({noun.span.begin, noun.noun.begin - 1})) && is_party(noun.noun);
}

/// The newest person, called by name, if it spoke last or leads the sentence before; `SpeakerList::none`: nobody.
std::uint32_t NounReferents::newest_who_spoke(const MentionHead& noun, Span content) const {
  const Antecedent person = newest_person(noun, Gender::unknown, content);
  const bool known = (person.spoke || person.leads) && !person.speakers.empty() && speakers_.is_named_person(person.speakers.front());
  return known ? person.speakers.front() : SpeakerList::none;
}

/// "the chancellor", "the Lisbon senator", "the Quilt founder" where nobody was called so before.
bool NounReferents::is_new_office(const MentionHead& noun) const {
  const std::uint32_t begin = noun.noun.begin;
  if (!words_.is_office_epithet(text(noun.noun)) || uses_.first(noun.noun) != begin || uses_.first(upper_case_first(text(noun.noun)), begin) != begin)
    return false;
  const WordSpans before = document_.words_in({noun.span.begin, noun.noun.begin});
  const auto has_capital = [&](Span word) { return is_capital_at(document_.folded.text(), word.begin); };
  if (std::any_of(before.begin(), before.end(), [&](Span word) { return words_.is_past_modifier(text(word)); })) return false;  // see `is_former`
  return !words_.needs_name(text(noun.noun)) || std::any_of(before.begin(), before.end(), has_capital);
}

/// "the former teacher"; a former minister may be known, and not named yet.
bool NounReferents::is_former(const MentionHead& noun) const {
  const WordSpans words = document_.words_in(noun.span);
  return words.size() > 1 && words_.is_past_modifier(text(words.front())) && !words_.is_public_office(text(noun.noun)) &&
         uses_.first(noun.noun) == noun.noun.begin;
}

/// "the former", "the latter": of the two different names that stand last before it, in its sentence or the one above; `SpeakerList::none`: there
/// are no two.
std::uint32_t NounReferents::one_of_two(const MentionHead& noun, std::string_view which, Span content) {
  const std::uint32_t sentence = document_.sentence_at(noun.span.begin);
  const std::uint32_t begin = document_.sentences[sentence == 0 ? 0 : sentence - 1].span.begin;
  constexpr std::uint32_t reach = 600;  // bytes
  std::uint32_t last = Names::nobody;
  for (std::size_t i = names_.first_from(noun.span.begin); i > 0; --i) {
    const NameMention& mention = names_.mentions()[i - 1];
    if (mention.name.begin < begin || noun.span.begin - mention.name.begin > reach) break;
    if (mention.quoted || mention.named == last || content.contains(mention.name)) continue;
    if (last != Names::nobody) return speakers_.of_named(which == "last" ? last : mention.named);
    last = mention.named;
  }
  return SpeakerList::none;
}

/// The name that the noun belongs to: who has the role, or the body whose name ends so. `Names::nobody`: none.
std::uint32_t NounReferents::name_with(const MentionHead& noun) const {
  const SourceNoun what = words_.source_noun(text(noun.noun));
  std::vector<std::string> nouns;
  bool is_role = false;
  for (const Span word : document_.words_in(noun.span)) {
    if (word.begin > noun.noun.begin) return Names::nobody;  // "the senator from Ohio" may be anybody
    std::string role = words_.role_noun(text(word));
    is_role = !role.empty();
    nouns.push_back(is_role ? std::move(role) : name_form(words_, document_, word));
  }
  if (!is_role) nouns.clear();
  if (what == SourceNoun::person || (what == SourceNoun::none && !nouns.empty())) {
    const std::uint32_t person = name_with_role(nouns, noun.span.begin);
    return person == Names::nobody || may_belong(person, noun) ? person : Names::nobody;
  }
  if (what == SourceNoun::people) return Names::nobody;
  const std::uint32_t body = names_.link_head(first_part(name_form(words_, document_, noun.noun)), noun.span.begin);
  if (body != Names::nobody) return tells_owner(noun, names_.all()[body].form) ? body : Names::nobody;
  const std::string_view kin = noun.span == noun.noun ? words_.kin_of_body(text(noun.noun)) : std::string_view();
  return kin.empty() ? body_of_field(noun) : names_.only_body_of_kin(kin, noun.span.begin);
}

/// "the bridge group": the body whose name has the word that tells what the group is for, as the Quilt Bridge Trust has; `Names::nobody`: none.
std::uint32_t NounReferents::body_of_field(const MentionHead& noun) const {
  const WordSpans words = document_.words_in({noun.span.begin, noun.noun.begin});
  if (words.empty() || !words_.names_follow(text(noun.noun))) return Names::nobody;
  const std::string_view field = text(words.back());
  if (is_ascii_capital(field.front()) || words_.is_role_modifier(field) || words_.is_possessive(field)) return Names::nobody;
  return names_.link_head(name_form(words_, document_, words.back()), noun.span.begin);
}

/// Whether a person is the member of a party that a noun means, as most whom the text names may be: whoever is called nothing else, or belongs to the place
/// before the noun. "Democrat Ann Lee … the Democrat"; "Senator Bo Li of Lisbon … the Lisbon Democrat".
bool NounReferents::is_member(const Named& named, const MentionHead& noun) const {
  if (noun.span.begin == noun.noun.begin) return text(named.role) == text(noun.noun);
  return !named.affiliation.empty() && text(named.affiliation) == text({noun.span.begin, noun.noun.begin - 1});
}

/// Whether the body before a role may be the person's: "the QRB spokesman" is not Bo Li, of whom only another body is told.
bool NounReferents::may_belong(std::uint32_t person, const MentionHead& noun) const {
  const Named& named = names_.all()[person];
  if (is_party(noun.noun)) return is_member(named, noun);
  if (named.affiliation.empty()) return true;
  const NameMention* body = names_.mention_at(noun.span.begin);
  if (body == nullptr || names_.is_person(*body) || body->name.end >= noun.noun.begin || words_.is_place(text(body->name))) return true;
  const NameMention* own = names_.mention_at(named.affiliation.begin);
  return own == nullptr || own->named == body->named || names_.is_person(*own);
}

/// "The sheriff's office" is none whose name says nothing of a sheriff; "the city's council" may be any.
bool NounReferents::tells_owner(const MentionHead& noun, std::string_view form) const {
  Span owner;
  for (const Span word : document_.words_in(noun.span)) {
    if (words_.is_possessive(text(word)) && !owner.empty()) {
      const std::string role = words_.role_noun(text(owner));
      const bool named = is_ascii_capital(text(owner).front());
      const bool tells = named || (!role.empty() && words_.kin_of_role(role).empty());  // a prosecutor may be called an attorney
      return !tells || form.find(name_form(words_, document_, owner)) != std::string_view::npos;
    }
    owner = word;
  }
  return true;
}

/// Who has the role, or one that is another word for it: "the lawyer" of a barrister.
std::uint32_t NounReferents::name_with_role(const std::vector<std::string>& nouns, std::uint32_t offset) const {
  const std::uint32_t found = names_.link_role(nouns, offset);
  const std::string_view kin = found != Names::nobody || nouns.empty() ? std::string_view() : words_.kin_of_role(nouns.back());
  return kin.empty() ? found : names_.link_kin(kin, offset);
}

}  // namespace onrecord
