#include "onrecord/extract/attribution.h"

#include <algorithm>

namespace onrecord {

std::uint32_t sentence_at(const Document& document, std::uint32_t offset) {
  const auto& sentences = document.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), offset, [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(after - sentences.begin() - 1);
}

std::vector<Span> main_subjects(const RuleSet& rules, const Annotations& annotations) {
  std::vector<Span> subjects;
  if (const TypeId type = rules.type("subject"); type != no_type) {
    for (const std::uint32_t index : annotations.of(type)) subjects.push_back(annotations.at(index).span);
  }
  return subjects;
}

std::vector<AttributionFound> find_attributions(const RuleSet& rules, const Document& document, const Annotations& annotations) {
  const TypeId id = rules.type("attribution");
  if (id == no_type) return {};
  const Type& type = rules.types()[id];
  const TypeId subject_type = rules.type("subject");
  const Symbol from_subject = rules.symbol("subject");
  std::vector<AttributionFound> result;
  for (const std::uint32_t index : annotations.of(id)) {
    const auto value = [&](std::string_view name) {
      const std::uint32_t field = type.field(name);
      return field == no_field ? Value{} : annotations.value(index, field);
    };
    AttributionFound found;
    found.speaker = value("speaker").span;
    found.cue = value("cue").span;
    found.quote = value("quote").span;
    found.quote2 = value("quote2").span;
    found.content = value("content").span;
    found.content2 = value("content2").span;
    found.lemma = value("lemma").symbol;
    found.cue_class = value("class").symbol;
    found.kind = value("kind").symbol;
    found.from_subject = from_subject != 0 && value("source").symbol == from_subject;
    found.sentence = sentence_at(document, found.cue.begin);
    found.rule = annotations.at(index).rule;
    if (subject_type != no_type) {
      const std::uint32_t subject = annotations.overlapping(subject_type, document.sentences[found.sentence].span);
      if (subject != Annotations::none) found.subject = annotations.at(subject).span;
    }
    result.push_back(found);
  }
  std::stable_sort(result.begin(), result.end(), [](const AttributionFound& a, const AttributionFound& b) { return a.cue < b.cue; });
  return result;
}

}  // namespace onrecord
