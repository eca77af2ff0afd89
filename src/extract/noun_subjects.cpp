#include "onrecord/extract/noun_subjects.h"

#include <algorithm>
#include <utility>

#include "onrecord/extract/attribution.h"
#include "onrecord/extract/view.h"
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

std::optional<MentionHead> NounSubjects::before(Pronoun pronoun, std::uint32_t offset) {
  if (pronoun == Pronoun::thing) return last_of(SourceNoun::body, Gender::unknown, offset);
  if (pronoun == Pronoun::man) return last_of(SourceNoun::person, Gender::man, offset);
  if (pronoun == Pronoun::woman) return last_of(SourceNoun::person, Gender::woman, offset);
  if (pronoun != Pronoun::many) return std::nullopt;
  const auto group = last_of(SourceNoun::people, Gender::unknown, offset);
  return group ? group : last_of(SourceNoun::body, Gender::unknown, offset);
}

std::optional<MentionHead> NounSubjects::last_of(SourceNoun what, Gender gender, std::uint32_t offset) {
  const std::uint32_t sentence = document_.sentences[sentence_at(document_, offset)].span.begin;
  const auto own = std::lower_bound(subjects_.begin(), subjects_.end(), Span{sentence, sentence}, [](const Subject& subject, Span at) { return subject.span < at; });
  // The main clause comes first as a rule, and its subject goes on: "The council closed it because it …".
  for (auto subject = own; subject != subjects_.end() && subject->span.end < offset; ++subject) {
    if (const auto& head = head_of(*subject); head && fits(*head, what, gender)) return head;
  }
  for (auto subject = own; subject != subjects_.begin() && offset - (--subject)->span.begin <= reach;) {
    if (const auto& head = head_of(*subject); head && fits(*head, what, gender)) return head;
  }
  return std::nullopt;
}

/// Several pronouns ask for one subject.
const std::optional<MentionHead>& NounSubjects::head_of(Subject& subject) const {
  if (!std::exchange(subject.is_read, true)) {
    const std::vector<MentionHead> heads = read_mention(words_, document_, names_, subject.span);
    if (heads.size() == 1) subject.head = heads.front();
  }
  return subject.head;
}

bool NounSubjects::fits(const MentionHead& head, SourceNoun what, Gender gender) const {
  if (head.kind == MentionHead::Kind::name) {
    return what == SourceNoun::body && (head.named == Names::nobody || names_.all()[head.named].kind == Named::Kind::organization);
  }
  if (head.kind != MentionHead::Kind::noun || words_.source_noun(document_.folded.slice(head.noun)) != what) return false;
  // "Her rival Ann Lee": a name that the table lacks.
  const bool before_name = head.noun.end + 1 < head.span.end && is_capital(character_at(document_.folded.text(), head.noun.end + 1).code);
  if (before_name) return false;
  const Gender known = words_.title_gender(document_.folded.slice(head.noun));
  return gender == Gender::unknown || known == Gender::unknown || known == gender;
}

}  // namespace onrecord
