#include "onrecord/extract/noun_subjects.h"

#include <algorithm>

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
  for (const std::uint32_t index : annotations.of(type)) subjects_.push_back(annotations.value(index, name).span);
  std::sort(subjects_.begin(), subjects_.end());
}

std::optional<MentionHead> NounSubjects::before(Pronoun pronoun, std::uint32_t offset) const {
  if (pronoun == Pronoun::thing) return last_of(SourceNoun::body, Gender::unknown, offset);
  if (pronoun == Pronoun::man) return last_of(SourceNoun::person, Gender::man, offset);
  if (pronoun == Pronoun::woman) return last_of(SourceNoun::person, Gender::woman, offset);
  if (pronoun != Pronoun::many) return std::nullopt;
  const auto group = last_of(SourceNoun::people, Gender::unknown, offset);
  return group ? group : last_of(SourceNoun::body, Gender::unknown, offset);
}

std::optional<MentionHead> NounSubjects::last_of(SourceNoun what, Gender gender, std::uint32_t offset) const {
  const std::uint32_t sentence = document_.sentences[sentence_at(document_, offset)].span.begin;
  const auto own = std::lower_bound(subjects_.begin(), subjects_.end(), Span{sentence, sentence});
  // The main clause comes first as a rule, and its subject goes on: "The council closed it because it …".
  for (auto subject = own; subject != subjects_.end() && subject->end < offset; ++subject) {
    if (const auto head = fitting(*subject, what, gender)) return head;
  }
  for (auto subject = own; subject != subjects_.begin() && offset - (--subject)->begin <= reach;) {
    if (const auto head = fitting(*subject, what, gender)) return head;
  }
  return std::nullopt;
}

std::optional<MentionHead> NounSubjects::fitting(Span subject, SourceNoun what, Gender gender) const {
  const std::vector<MentionHead> heads = read_mention(words_, document_, names_, subject);
  return heads.size() == 1 && fits(heads.front(), what, gender) ? std::optional(heads.front()) : std::nullopt;
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
