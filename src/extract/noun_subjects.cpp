#include "onrecord/extract/noun_subjects.h"

#include <algorithm>

#include "onrecord/extract/view.h"
#include "onrecord/extract/whole_mention.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

// How far back a pronoun looks, in bytes: about a paragraph of news text.
constexpr std::uint32_t reach = 600;

}  // namespace

std::optional<MentionHead> NounSubjects::between(std::uint32_t since, std::uint32_t offset, Pronoun pronoun, Span content) {
  const Place place{since, offset, content};
  if (pronoun == Pronoun::thing) return last_of(SourceNoun::body, Gender::unknown, place);
  if (pronoun == Pronoun::man) return last_of(SourceNoun::person, Gender::man, place);
  if (pronoun == Pronoun::woman) return last_of(SourceNoun::person, Gender::woman, place);
  if (pronoun != Pronoun::many) return std::nullopt;
  // A group goes before a body, wherever it stands.
  const auto group = last_before(SourceNoun::people, Gender::unknown, {0, offset, content});
  if (!group) return last_of(SourceNoun::body, Gender::unknown, place);
  return group->span.begin >= since ? group : std::nullopt;
}

std::optional<MentionHead> NounSubjects::last_of(SourceNoun what, Gender gender, const Place& place) {
  auto head = last_before(what, gender, place);
  return head && head->span.begin >= place.since ? head : std::nullopt;
}

/// The last that fits, or none where it stands before `Place::since`.
std::optional<MentionHead> NounSubjects::last_before(SourceNoun what, Gender gender, const Place& place) {
  const std::uint32_t own = sentence_at(document_, place.offset);
  // The main clause comes first as a rule, and its subject goes on: "The council closed it because it …".
  for (const ClauseSubject& subject : subjects_.in(own)) {
    if (subject.name.end >= place.offset) break;
    if (auto head = head_if_fitting(subject.name, what, gender, place)) return head;
  }
  const std::uint32_t farthest = std::max(place.since, place.offset > reach ? place.offset - reach : 0);
  for (std::uint32_t sentence = own; sentence-- > 0 && document_.sentences[sentence].span.end > farthest;) {
    const auto before = subjects_.in(sentence);
    for (auto subject = before.rbegin(); subject != before.rend(); ++subject) {
      if (place.offset - subject->name.begin > reach) return std::nullopt;
      if (auto head = head_if_fitting(subject->name, what, gender, place)) return head;
    }
  }
  return std::nullopt;
}

std::optional<MentionHead> NounSubjects::head_if_fitting(Span subject, SourceNoun what, Gender gender, const Place& place) {
  if (place.content.contains(subject)) return std::nullopt;
  const auto& head = head_of(subject);
  return head && fits(*head, what, gender) ? head : std::nullopt;
}

/// Several pronouns ask for one subject.
const std::optional<MentionHead>& NounSubjects::head_of(Span subject) {
  auto known = std::lower_bound(heads_.begin(), heads_.end(), subject, [](const auto& one, Span span) { return one.first < span; });
  if (known == heads_.end() || known->first != subject) {
    const std::vector<MentionHead> heads = whole_mention(words_, document_, names_, subject_names_, subject).heads;
    known = heads_.insert(known, {subject, heads.size() == 1 ? std::optional(heads.front()) : std::nullopt});
  }
  return known->second;
}

bool NounSubjects::fits(const MentionHead& head, SourceNoun what, Gender gender) const {
  if (head.kind == MentionHead::Kind::name) {
    if (what != SourceNoun::body) return false;
    return head.named == Names::nobody ? !goes_on(head) : names_.all()[head.named].kind == Named::Kind::organization;
  }
  if (head.kind != MentionHead::Kind::noun || !is_kind(head, what)) return false;
  // "Her rival Ann Lee": a name that the table lacks.
  const bool before_name = head.noun.end + 1 < head.span.end && is_capital(character_at(document_.folded.text(), head.noun.end + 1).code);
  if (before_name) return false;
  const Gender known = words_.title_gender(document_.folded.slice(head.noun));
  return gender == Gender::unknown || known == Gender::unknown || known == gender;
}

bool NounSubjects::is_kind(const MentionHead& head, SourceNoun what) const {
  const std::string_view noun = document_.folded.slice(head.noun);
  if (words_.source_noun(noun) == what) return true;
  if (what == SourceNoun::body) return words_.is_organisation_noun(noun);   // "the grid operator": somebody or a firm
  return what == SourceNoun::people && words_.is_quantifier(noun);  // "the two", "others"
}

/// "Shares of …", "Software that …": a capital only because the sentence begins there, as no name goes on so.
bool NounSubjects::goes_on(const MentionHead& head) const {
  const std::span<const Span> behind = document_.words.from(head.span.end);
  if (behind.empty() || behind.front().begin != head.span.end + 1) return false;
  const std::string_view next = document_.folded.slice(behind.front());
  return words_.is_preposition(next) || words_.is_subordinator(next);
}

}  // namespace onrecord
