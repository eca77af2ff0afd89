#include "onrecord/extract/speaker_list.h"

#include <algorithm>
#include <numeric>

#include "onrecord/extract/view.h"
#include "onrecord/rules/letter_case.h"

namespace onrecord {
namespace {

/// The words of a span with single spaces.
std::string words_of(const Document& document, Span span) {
  std::string result;
  for (const char c : document.folded.slice(span)) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) result += c;
    if (space && !result.empty() && result.back() != ' ') result += ' ';
  }
  return result;
}

bool only_capitals(std::string_view name) {
  return name.size() > 1 && std::none_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
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
  const SpeakerKind kind = known.kind == Named::Kind::person ? SpeakerKind::person : SpeakerKind::organization;
  const std::uint32_t index = add(known.name, kind, known.gender, named);
  all_[index].role = words_of(document_, known.role);
  all_[index].affiliation = words_of(document_, known.affiliation);
  return of_named_[named] = index;
}

SpeakerKind SpeakerList::kind_of_name(std::string_view name) const {
  if (words_.is_place(name) || words_.is_organisation(name) || only_capitals(name)) return SpeakerKind::organization;
  const std::vector<Span> words = words_in(name, {0, static_cast<std::uint32_t>(name.size())});
  const bool refused = std::any_of(words.begin(), words.end(), [&](Span word) { return words_.refuses_person(slice(name, word)); });
  return refused ? SpeakerKind::organization : SpeakerKind::person;
}

std::uint32_t SpeakerList::of_name(Span name) {
  std::string text = words_of(document_, name);
  const std::string key = lower_case(text);
  if (const auto found = by_text_.find(key); found != by_text_.end()) return found->second;
  const SpeakerKind kind = kind_of_name(text);
  const Gender gender = kind == SpeakerKind::person ? words_.first_name_gender(first_part(text)) : Gender::unknown;
  return by_text_[key] = add(std::move(text), kind, gender, Names::nobody);
}

std::uint32_t SpeakerList::of_noun(const MentionHead& head) {
  std::string text = words_of(document_, head.span);
  const std::string key = lower_case(text);
  if (const auto found = by_text_.find(key); found != by_text_.end()) return found->second;
  const std::string noun = lower_case(document_.folded.slice(head.noun));
  const SourceNoun what = words_.source_noun(noun);
  if (head.definite && head.span == head.noun && what != SourceNoun::people) {
    if (const auto found = by_noun_.find(noun); found != by_noun_.end()) return found->second;
  }
  const SpeakerKind kind = what == SourceNoun::people ? SpeakerKind::group : what == SourceNoun::body ? SpeakerKind::organization : SpeakerKind::unnamed;
  const std::uint32_t index = add(std::move(text), kind, words_.title_gender(noun), Names::nobody);
  describe_noun(all_[index], head);
  by_text_[key] = index;
  by_noun_[noun] = index;
  return index;
}

/// Of "spokesman for the Quilt Ministry" the role is "spokesman", the affiliation "Quilt Ministry".
void SpeakerList::describe_noun(Speaker& speaker, const MentionHead& head) const {
  if (speaker.kind != SpeakerKind::unnamed || words_.role_noun(document_.folded.slice(head.noun)).empty()) return;
  speaker.role = words_of(document_, {head.span.begin, head.noun.end});
  for (std::size_t i = names_.first_from(head.noun.end); i < names_.mentions().size(); ++i) {
    const NameMention& mention = names_.mentions()[i];
    if (mention.name.begin >= head.span.end) return;
    if (names_.all()[mention.named].kind != Named::Kind::organization) continue;
    speaker.affiliation = words_of(document_, mention.name);
    return;
  }
}

std::uint32_t SpeakerList::of_pronoun(const MentionHead& head) {
  std::string text = words_of(document_, head.span);
  const std::string key = lower_case(text);
  if (const auto found = by_text_.find(key); found != by_text_.end()) return found->second;
  const bool many = head.pronoun == Pronoun::many || head.pronoun == Pronoun::selves;
  return by_text_[key] = add(std::move(text), many ? SpeakerKind::group : SpeakerKind::unnamed, Gender::unknown, Names::nobody);
}

void SpeakerList::note(std::uint32_t speaker, Span mention) {
  auto& mentions = all_[speaker].mentions;
  const auto place = std::lower_bound(mentions.begin(), mentions.end(), mention);
  if (place == mentions.end() || *place != mention) mentions.insert(place, mention);
}

bool SpeakerList::is_person(std::uint32_t speaker) const {
  if (all_[speaker].kind == SpeakerKind::person) return true;
  return all_[speaker].kind == SpeakerKind::unnamed && !all_[speaker].role.empty();
}

bool SpeakerList::fits(std::uint32_t speaker, Gender gender) const {
  return is_person(speaker) && (genders_[speaker] == Gender::unknown || genders_[speaker] == gender);
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
