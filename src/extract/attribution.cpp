#include "onrecord/extract/attribution.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace onrecord {

std::uint32_t sentence_at(const Document& document, std::uint32_t offset) {
  const auto& sentences = document.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), offset, [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::uint32_t>(after - sentences.begin() - 1);
}

ClauseSubjects::ClauseSubjects(const RuleSet& rules, const Document& document, const Annotations& annotations) : document_(document) {
  if (const TypeId cue = rules.type("cue"); cue != no_type && rules.types()[cue].field("voice") != no_field) {
    const std::uint32_t voice = rules.types()[cue].field("voice");
    const Symbol passive = rules.symbol("passive");
    for (const std::uint32_t index : annotations.of(cue)) {
      if (passive != 0 && annotations.value(index, voice).symbol == passive) passive_ends_.push_back(annotations.at(index).span.end);
    }
    std::sort(passive_ends_.begin(), passive_ends_.end());
  }
  const TypeId type = rules.type("subject");
  if (type == no_type) return;
  const std::uint32_t relative = rules.types()[type].field("relative");
  const std::uint32_t of = rules.types()[type].field("of");
  for (const std::uint32_t index : annotations.of(type)) {
    subjects_.push_back({annotations.at(index).span, relative != no_field && annotations.value(index, relative).present(), of == no_field ? Span{} : annotations.value(index, of).span});
  }
}

Span ClauseSubjects::of(Span cue) const {
  const auto behind = std::upper_bound(subjects_.begin(), subjects_.end(), cue.begin, [](std::uint32_t at, const Subject& subject) { return at < subject.name.begin; });
  return behind == subjects_.begin() || (behind - 1)->of != cue ? Span{} : (behind - 1)->name;
}

Span ClauseSubjects::last_inside(Span before) const {
  const auto behind = std::upper_bound(subjects_.begin(), subjects_.end(), before.end, [](std::uint32_t end, const Subject& subject) { return end < subject.name.end; });
  for (auto subject = behind; subject != subjects_.begin() && (subject - 1)->name.begin >= before.begin; --subject) {
    const Subject& last = *(subject - 1);
    if (!is_closed(last, before.end)) return last.name;
  }
  return {};
}

bool ClauseSubjects::were_told(std::uint32_t offset) const {
  const auto behind = std::upper_bound(passive_ends_.begin(), passive_ends_.end(), offset);
  if (behind == passive_ends_.begin()) return false;
  const std::string_view between = document_.folded.slice({*(behind - 1), offset});
  return between.find_first_not_of(" ,:\"\u201C") == std::string_view::npos;
}

bool ClauseSubjects::is_closed(const Subject& subject, std::uint32_t end) const {
  const std::string_view behind = document_.folded.slice({subject.name.end, end});
  const auto commas = std::count(behind.begin(), behind.end(), ',');
  return subject.dependent && commas > (behind.starts_with(',') ? 2 : 0);  // "who, on Monday, …": the first two set a part of it off
}

bool ClauseSubjects::closed_before(Span name, std::uint32_t end) const {
  const auto subject = first_from(name.begin);
  return subject != subjects_.end() && subject->name.begin == name.begin && is_closed(*subject, end);
}

std::vector<ClauseSubjects::Subject>::const_iterator ClauseSubjects::first_from(std::uint32_t offset) const {
  return std::lower_bound(subjects_.begin(), subjects_.end(), offset, [](const Subject& one, std::uint32_t begin) { return one.name.begin < begin; });
}

Span ClauseSubjects::first_inside(Span span) const {
  const auto first = first_from(span.begin);
  return first == subjects_.end() || first->name.end > span.end ? Span{} : first->name;
}

Span ClauseSubjects::behind_comma(Span span) const {
  const std::string_view text = document_.folded.text();
  for (auto subject = first_from(span.begin); subject != subjects_.end() && subject->name.end <= span.end; ++subject) {
    if (subject->dependent) continue;
    // The comma may stand inside quotation marks.
    const std::size_t before = text.find_last_not_of(" \"\u201D", subject->name.begin - 1);
    if (before != std::string_view::npos && text[before] == ',') return subject->name;
  }
  return {};
}

namespace {

/// The fields of the type `attribution`, as far as the rule set has them.
class AttributionFields {
 public:
  AttributionFields(const RuleSet& rules, const Annotations& annotations, TypeId id)
      : annotations_(annotations), subject_(rules.symbol("subject")), label_(rules.symbol("label")) {
    const Type& type = rules.types()[id];
    for (std::size_t i = 0; i < names.size(); ++i) fields_[i] = type.field(names[i]);
  }

  AttributionFound read(std::uint32_t index) const {
    AttributionFound found;
    found.speaker = value(index, 0).span;
    found.cue = value(index, 1).span;
    found.quote = value(index, 2).span;
    found.quote2 = value(index, 3).span;
    found.content = value(index, 4).span;
    found.content2 = value(index, 5).span;
    found.lemma = value(index, 6).symbol;
    found.cue_class = value(index, 7).symbol;
    found.kind = value(index, 8).symbol;
    found.from_subject = subject_ != 0 && value(index, 9).symbol == subject_;
    found.labels = label_ != 0 && value(index, 9).symbol == label_;
    found.rule = annotations_.at(index).rule;
    return found;
  }

 private:
  static constexpr std::array<std::string_view, 10> names = {"speaker", "cue", "quote", "quote2", "content", "content2", "lemma", "class", "kind", "source"};

  Value value(std::uint32_t index, std::size_t name) const { return fields_[name] == no_field ? Value{} : annotations_.value(index, fields_[name]); }

  const Annotations& annotations_;
  Symbol subject_, label_;
  std::array<std::uint32_t, names.size()> fields_{};
};

}  // namespace

std::vector<AttributionFound> find_attributions(const RuleSet& rules, const Document& document, const Annotations& annotations) {
  const TypeId id = rules.type("attribution");
  if (id == no_type) return {};
  const AttributionFields fields(rules, annotations, id);
  const ClauseSubjects subjects(rules, document, annotations);
  std::vector<AttributionFound> result;
  for (const std::uint32_t index : annotations.of(id)) {
    AttributionFound found = fields.read(index);
    found.sentence = sentence_at(document, found.cue.begin);
    const Span sentence = document.sentences[found.sentence].span;
    if (found.speaker.empty() && found.from_subject) found.speaker = subjects.of(found.cue);
    found.subject = subjects.last_inside({sentence.begin, found.cue.begin});
    if (found.subject.empty()) {
      const bool opens = found.cue.begin == sentence.begin;
      // What the opening words report has subjects of its own.
      if (opens) found.subject = subjects.first_inside({std::max(found.cue.end, found.content.end), sentence.end});
      const Span rest{found.cue.end, sentence.end};
      if (found.subject.empty()) found.subject = opens ? subjects.first_inside(rest) : subjects.behind_comma(rest);
    }
    result.push_back(found);
  }
  std::stable_sort(result.begin(), result.end(), [](const AttributionFound& a, const AttributionFound& b) { return a.cue < b.cue; });
  return result;
}

}  // namespace onrecord
