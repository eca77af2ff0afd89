#include "onrecord/extract/noun_subjects.h"

#include <algorithm>
#include <utility>

#include "onrecord/extract/attribution.h"
#include "onrecord/extract/view.h"
#include "onrecord/extract/whole_mention.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

// How far back a pronoun looks, in bytes: about a paragraph of news text.
constexpr std::uint32_t reach = 600;

}  // namespace

NounSubjects::NounSubjects(const RuleSet& rules, const NameWords& words, const Document& document, const Names& names, const Annotations& annotations)
    : words_(words), document_(document), names_(names) {
  const TypeId type = rules.type("subject");
  const std::uint32_t name = type == no_type ? no_field : rules.types()[type].field("name");
  if (name == no_field) return;
  for (const std::uint32_t index : annotations.of(type)) subjects_.push_back({annotations.value(index, name).span, false, std::nullopt});
  std::sort(subjects_.begin(), subjects_.end(), [](const Subject& a, const Subject& b) { return a.span < b.span; });
}

std::optional<MentionHead> NounSubjects::before(Pronoun pronoun, std::uint32_t offset, Span content) {
  const Place place{offset, content};
  if (pronoun == Pronoun::thing) return last_of(SourceNoun::body, Gender::unknown, place);
  if (pronoun == Pronoun::man) return last_of(SourceNoun::person, Gender::man, place);
  if (pronoun == Pronoun::woman) return last_of(SourceNoun::person, Gender::woman, place);
  if (pronoun != Pronoun::many) return std::nullopt;
  const auto group = last_of(SourceNoun::people, Gender::unknown, place);
  return group ? group : last_of(SourceNoun::body, Gender::unknown, place);
}

std::optional<MentionHead> NounSubjects::last_of(SourceNoun what, Gender gender, const Place& place) {
  const std::uint32_t sentence = document_.sentences[sentence_at(document_, place.offset)].span.begin;
  const auto own = std::lower_bound(subjects_.begin(), subjects_.end(), Span{sentence, sentence}, [](const Subject& subject, Span at) { return subject.span < at; });
  const auto head_if_fitting = [&](Subject& subject) -> std::optional<MentionHead> {
    if (place.content.contains(subject.span)) return std::nullopt;
    const auto& head = head_of(subject);
    return head && fits(*head, what, gender) ? head : std::nullopt;
  };
  // The main clause comes first as a rule, and its subject goes on: "The council closed it because it …".
  for (auto subject = own; subject != subjects_.end() && subject->span.end < place.offset; ++subject) {
    if (auto head = head_if_fitting(*subject)) return head;
  }
  for (auto subject = own; subject != subjects_.begin() && place.offset - (--subject)->span.begin <= reach;) {
    if (auto head = head_if_fitting(*subject)) return head;
  }
  return std::nullopt;
}

/// Several pronouns ask for one subject.
const std::optional<MentionHead>& NounSubjects::head_of(Subject& subject) const {
  if (!std::exchange(subject.is_read, true)) {
    const std::vector<MentionHead> heads = whole_mention(words_, document_, names_, subject.span).heads;
    if (heads.size() == 1) subject.head = heads.front();
  }
  return subject.head;
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
