#include "onrecord/extract/speakers/speaker_list.h"

#include <algorithm>
#include <numeric>

#include "onrecord/base/white_space.h"
#include "onrecord/extract/matching/view.h"
#include "onrecord/rules/letter_case.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// The words of a span, as they are shown.
std::string words_of(const Document& document, Span span) { return single_spaced(document.folded.slice(span)); }

/// Capitals, digits and marks only: "UN", "747".
bool is_sign(std::string_view name) { return name.size() > 1 && !has_small_letter(name); }

/// "Ann" of "ANN".
std::string capitalised(std::string_view word) {
  std::string small = lower_case(word.substr(1));
  return small.insert(0, 1, word.front());
}

}  // namespace

std::uint32_t SpeakerList::add(std::string name, SpeakerKind kind, Gender gender, std::uint32_t named) {
  const auto index = static_cast<std::uint32_t>(all_.size());
  all_.push_back({std::move(name), kind, {}, {}, {}, {}});
  genders_.push_back(gender);
  named_.push_back(named);
  return index;
}

std::uint32_t SpeakerList::of_named(std::uint32_t named) {
  if (of_named_[named] != none) return of_named_[named];
  const Named& known = names_.all()[named];
  const bool only_shape = !known.certain && known.gender == Gender::unknown;
  const bool person = known.kind == Named::Kind::person && !(only_shape && is_thing(known.name));
  const SpeakerKind kind = person ? SpeakerKind::person : SpeakerKind::organization;
  const std::uint32_t index = add(known.name, kind, known.gender, named);
  all_[index].role = words_of(document_, known.role);
  all_[index].affiliation = words_of(document_, known.affiliation);
  return of_named_[named] = index;
}

/// Of names of several words that only look like a person's: "Quilt Battery" where the text has a battery, "Lisbon Quilters", "QuiltOS Pro".
bool SpeakerList::is_thing(std::string_view name) {
  const std::vector<Span> words = words_in(name, {0, static_cast<std::uint32_t>(name.size())});
  if (words_.is_first_name(slice(name, words.front()))) return false;
  const auto ends_in_capital = [&](Span word) {
    const std::string_view form = slice(name, word);
    return form.size() > 1 && !is_sign(form) && is_capital(character_before(form, static_cast<std::uint32_t>(form.size())).code);
  };
  const bool place = words_.is_place(slice(name, words.front())) || (words.size() > 2 && words_.is_place(slice(name, {0, words[1].end})));
  return place || is_sign(slice(name, words.back())) || std::any_of(words.begin(), words.end(), ends_in_capital) || common_.has(slice(name, words.back()));
}

SpeakerKind SpeakerList::kind_of_name(Span place, std::string_view name, Gender gender) {
  const std::vector<Span> words = words_in(name, {0, static_cast<std::uint32_t>(name.size())});
  if (words.size() > 1 && is_sign(name) && words_.is_first_name(capitalised(slice(name, words.front())))) return SpeakerKind::person;
  if (words_.is_place(name) || words_.is_organisation(name) || is_sign(name)) return SpeakerKind::organization;
  const bool refused = words_.is_organisation(slice(name, words.front())) ||
                       std::any_of(words.begin(), words.end(), [&](Span word) { return words_.refuses_person(slice(name, word)); });
  const bool ends_as_name = !words_.refuses_person(slice(name, words.back())) && !words_.is_organisation(slice(name, words.back()));
  if (words.size() > 1 && ends_as_name && hints_.apposes_post(place)) return SpeakerKind::person;  // "Bay Trask, treasurer of the port"
  if (refused) return SpeakerKind::organization;
  if (words.size() > 1 && gender == Gender::unknown && (is_thing(name) || hints_.tells_of_thing(place))) return SpeakerKind::organization;
  if (words.size() > 1 || gender != Gender::unknown || words_.is_first_name(name)) return SpeakerKind::person;
  if (common_.has(name)) return SpeakerKind::unnamed;
  return hints_.tells_of_person(place) ? SpeakerKind::person : SpeakerKind::organization;
}

std::uint32_t SpeakerList::of_name(Span name, Gender gender, bool is_personal) {
  std::string text = words_of(document_, name);
  const std::string key = lower_case(text);
  const bool may_be_surname = is_personal && text.find(' ') == std::string::npos && !is_sign(text) && !words_.is_place(text) && !words_.is_organisation(text);
  if (const auto found = by_text_.find(key); found != by_text_.end()) {
    if (may_be_surname && all_[found->second].kind == SpeakerKind::organization) all_[found->second].kind = SpeakerKind::person;
    return found->second;
  }
  SpeakerKind kind = kind_of_name(name, text, gender);
  if (may_be_surname && kind == SpeakerKind::organization) kind = SpeakerKind::person;
  if (kind != SpeakerKind::person) gender = Gender::unknown;
  else if (const Gender known = words_.first_name_gender(first_part(text));
           known != Gender::unknown && (gender == Gender::unknown || text.find(' ') != std::string::npos))
    gender = known;
  // "the ministry" behind "the Defence Ministry"
  const std::string noun = key.substr(key.rfind(' ') + 1);
  const bool body = kind == SpeakerKind::organization && noun.size() < key.size() && words_.source_noun(noun) == SourceNoun::body;
  const std::uint32_t index = by_text_[key] = add(std::move(text), kind, gender, Names::nobody);
  if (body) by_noun_[noun] = index;
  return index;
}

std::uint32_t SpeakerList::with_last_name(std::string_view capitals) const {
  if (!is_sign(capitals)) return none;
  for (std::uint32_t i = 0; i < all_.size(); ++i) {
    const std::string& name = all_[i].name;
    if (name.size() > capitals.size() && name.ends_with(capitals) && name[name.size() - capitals.size() - 1] == ' ') return i;
  }
  return none;
}

std::uint32_t SpeakerList::of_noun(const MentionHead& head) {
  std::string text = words_of(document_, head.span);
  const std::string key = lower_case(text);
  if (const auto found = by_text_.find(key); found != by_text_.end()) return found->second;
  const std::string noun = lower_case(document_.folded.slice(head.noun));
  const SourceNoun what = words_.source_noun(document_.folded.slice(head.noun));
  if (head.definite && head.span == head.noun && what != SourceNoun::people) {
    if (const auto found = by_noun_.find(noun); found != by_noun_.end()) return found->second;
  }
  const bool firm = what == SourceNoun::body || (what == SourceNoun::person && words_.is_organisation_noun(noun) && hints_.tells_of_firm(head.span));
  const SpeakerKind kind = what == SourceNoun::people || is_collective(head) ? SpeakerKind::group : firm ? SpeakerKind::organization : SpeakerKind::unnamed;
  const std::uint32_t index = add(std::move(text), kind, words_.title_gender(noun), Names::nobody);
  describe_noun(all_[index], head);
  by_text_[key] = index;
  by_noun_[noun] = index;
  return index;
}

/// "a group of masons", "a panel of mill experts": a noun for people behind one for several together and a preposition.
bool SpeakerList::is_collective(const MentionHead& head) const {
  if (!words_.is_collective(document_.folded.slice(head.noun))) return false;
  const WordSpans words = document_.words_in({head.noun.end, head.span.end});
  const auto word = [&](std::size_t i) { return document_.folded.slice(words[i]); };
  if (words.empty() || !words_.is_preposition(word(0))) return false;
  std::size_t i = 1;
  while (i < words.size() && words_.source_noun(word(i)) != SourceNoun::people && !words_.is_preposition(word(i))) ++i;
  return i < words.size() && words_.source_noun(word(i)) == SourceNoun::people;
}

/// "sous-chef" of "Her sous-chef" and of "One sous-chef".
std::uint32_t SpeakerList::behind_determiner(Span phrase) const {
  const WordSpans words = document_.words_in(phrase);
  if (words.size() < 2) return phrase.begin;
  const std::string_view first = document_.folded.slice(words[0]);
  return words_.is_determiner(first) || words_.is_quantifier(first) ? words[1].begin : phrase.begin;
}

/// Of "spokesman for the Quilt Ministry" the role is "spokesman", the affiliation "Quilt Ministry".
void SpeakerList::describe_noun(Speaker& speaker, const MentionHead& head) const {
  if (speaker.kind != SpeakerKind::unnamed || words_.role_noun(document_.folded.slice(head.noun)).empty()) return;
  speaker.role = words_of(document_, {behind_determiner(head.span), head.noun.end});
  for (std::size_t i = names_.first_from(head.noun.end); i < names_.mentions().size(); ++i) {
    const NameMention& mention = names_.mentions()[i];
    if (mention.name.begin >= head.span.end) return;
    if (names_.is_person(mention)) continue;
    speaker.affiliation = words_of(document_, mention.name);
    return;
  }
}

std::uint32_t SpeakerList::of_pronoun(const MentionHead& head) {
  std::string text = words_of(document_, head.span);
  const std::string key = lower_case(text);
  if (const auto found = by_text_.find(key); found != by_text_.end()) return found->second;
  const bool many = head.pronoun == Pronoun::many || head.pronoun == Pronoun::selves;
  const std::uint32_t speaker = add(std::move(text), many ? SpeakerKind::group : SpeakerKind::unnamed, Gender::unknown, Names::nobody);
  if (head.pronoun == Pronoun::self || head.pronoun == Pronoun::selves) first_persons_.insert(speaker);
  return by_text_[key] = speaker;
}

void SpeakerList::note(std::uint32_t speaker, Span mention) {
  if (only_shape(speaker) && hints_.tells_of_thing(mention)) all_[speaker].kind = SpeakerKind::organization;
  auto& mentions = all_[speaker].mentions;
  const auto place = std::lower_bound(mentions.begin(), mentions.end(), mention);
  if (place == mentions.end() || *place != mention) mentions.insert(place, mention);
}

/// Whether nothing but the shape of a name tells that the speaker is a person.
bool SpeakerList::only_shape(std::uint32_t speaker) const {
  if (all_[speaker].kind != SpeakerKind::person || named_[speaker] == Names::nobody) return false;
  const Named& known = names_.all()[named_[speaker]];
  return !known.certain && known.gender == Gender::unknown;
}

bool SpeakerList::is_person(std::uint32_t speaker) const {
  if (all_[speaker].kind == SpeakerKind::person) return true;
  return all_[speaker].kind == SpeakerKind::unnamed && !all_[speaker].role.empty();
}

bool SpeakerList::is_named_body(std::uint32_t speaker) const {
  const Speaker& one = all_[speaker];
  return one.kind == SpeakerKind::organization && !one.name.empty() && is_capital_at(one.name, 0);
}

bool SpeakerList::is_public(std::uint32_t speaker) const {
  const std::string& name = all_[speaker].name;
  const std::vector<Span> words = words_in(name, {0, static_cast<std::uint32_t>(name.size())});
  return std::any_of(words.begin(), words.end(), [&](Span word) { return words_.is_public_word(slice(name, word)); });
}

/// A place, most initials, what the lists know by name (newspapers, parties) and what ends in a common noun ("U.S. military") are none.
bool SpeakerList::may_be_firm(std::uint32_t speaker) const {
  if (words_.is_firm_sign(all_[speaker].name)) return true;
  const std::string& name = all_[speaker].name;
  const bool is_proper = !is_small_at(name, static_cast<std::uint32_t>(name.rfind(' ') + 1));
  return is_proper && !is_public(speaker) && !is_sign(name) && !words_.is_place(name) && !words_.is_organisation(name);
}

bool SpeakerList::is_outlet(std::uint32_t speaker) const {
  const std::string& name = all_[speaker].name;
  const std::vector<Span> words = words_in(name, {0, static_cast<std::uint32_t>(name.size())});
  return std::any_of(words.begin(), words.end(), [&](Span word) { return words_.is_news_word(slice(name, word)); });
}

std::uint32_t SpeakerList::note_noun(const MentionHead& head, std::uint32_t speaker) {
  by_text_[lower_case(words_of(document_, head.span))] = speaker;
  return by_noun_[lower_case(document_.folded.slice(head.noun))] = speaker;
}

bool SpeakerList::is_in_letters(std::uint32_t speaker) const {
  constexpr std::size_t fewest = 3;
  const std::string& name = all_[speaker].name;
  return name.size() >= fewest && is_sign(name) && name.find(' ') == std::string::npos && !words_.is_place(name) && !words_.is_firm_sign(name);
}

bool SpeakerList::may_name_firm(Span name) {
  const std::string_view word = document_.folded.slice(name);
  const bool is_known = words_.is_place(word) || words_.is_organisation(word) || words_.is_first_name(word) || words_.is_demonym(word) || words_.is_day(word);
  if (is_known || word.find(' ') != std::string_view::npos || is_sign(word)) return false;
  return inside_.has(word);
}

bool SpeakerList::fits(std::uint32_t speaker, Gender gender) const {
  return is_person(speaker) && (genders_[speaker] == Gender::unknown || genders_[speaker] == gender);
}

void SpeakerList::learn(std::uint32_t speaker, Gender gender) {
  if (genders_[speaker] == Gender::unknown && is_person(speaker)) genders_[speaker] = gender;
}

void SpeakerList::collect_aliases(std::vector<Speaker>& speakers) const {
  for (const NameMention& mention : names_.mentions()) {
    const std::uint32_t speaker = of_named_[mention.named];
    if (speaker == none) continue;
    std::string form = words_of(document_, mention.name);
    auto& aliases = speakers[speaker].aliases;
    if (form == speakers[speaker].name || std::find(aliases.begin(), aliases.end(), form) != aliases.end()) continue;
    aliases.insert(std::upper_bound(aliases.begin(), aliases.end(), form), form);
  }
}

std::vector<Speaker> SpeakerList::take(std::vector<std::uint32_t>& order) {
  collect_aliases(all_);
  std::vector<std::uint32_t> sorted(all_.size());
  std::iota(sorted.begin(), sorted.end(), 0);
  const auto first = [&](std::uint32_t i) { return all_[i].mentions.empty() ? none : all_[i].mentions.front().begin; };
  std::stable_sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) { return first(a) < first(b); });
  order.assign(all_.size(), none);
  std::vector<Speaker> result;
  for (const std::uint32_t old : sorted) {
    if (all_[old].mentions.empty()) continue;
    order[old] = static_cast<std::uint32_t>(result.size());
    result.push_back(std::move(all_[old]));
  }
  return result;
}

}  // namespace onrecord
