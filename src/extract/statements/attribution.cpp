#include "onrecord/extract/statements/attribution.h"

#include <algorithm>
#include <string_view>

namespace onrecord {

ClauseSubjects::ClauseSubjects(const RuleSet& rules, const Document& document, const Annotations& annotations, const Subjects& subjects)
    : document_(document), subjects_(subjects), clause_prepositions_(rules.lexicon("clause_preposition")) {
  const TypeId cue = rules.type("cue");
  if (cue == no_type || rules.types()[cue].field("voice") == no_field) return;
  const std::uint32_t voice = rules.types()[cue].field("voice");
  const Symbol passive = rules.symbol("passive");
  for (const std::uint32_t index : annotations.of(cue)) {
    if (passive != 0 && annotations.value(index, voice).symbol == passive) passive_ends_.push_back(annotations.at(index).span.end);
  }
  std::sort(passive_ends_.begin(), passive_ends_.end());
}

Span ClauseSubjects::of(Span cue) const {
  const auto subjects = in_sentence_of(cue.begin);
  const auto behind =
      std::upper_bound(subjects.begin(), subjects.end(), cue.begin, [](std::uint32_t at, const ClauseSubject& subject) { return at < subject.span.begin; });
  return behind == subjects.begin() || (behind - 1)->of != cue ? Span{} : (behind - 1)->name;
}

Span ClauseSubjects::last_inside(Span before) const {
  const auto subjects = in_sentence_of(before.begin);
  for (auto subject = subjects.rbegin(); subject != subjects.rend() && subject->span.begin >= before.begin; ++subject) {
    if (subject->span.end <= before.end && !is_closed(*subject, before.end)) return subject->name;
  }
  return {};
}

bool ClauseSubjects::were_told(std::uint32_t offset) const {
  const auto behind = std::upper_bound(passive_ends_.begin(), passive_ends_.end(), offset);
  if (behind == passive_ends_.begin()) return false;
  const std::string_view between = document_.folded.slice({*(behind - 1), offset});
  return between.find_first_not_of(" ,:\"\u201C") == std::string_view::npos;
}

bool ClauseSubjects::is_closed(const ClauseSubject& subject, std::uint32_t end) const {
  const std::string_view behind = document_.folded.slice({subject.span.end, end});
  const auto commas = std::count(behind.begin(), behind.end(), ',');
  return subject.dependent && commas > (behind.starts_with(',') ? 2 : 0);  // "who, on Monday, …": the first two set a part of it off
}

bool ClauseSubjects::closed_before(Span name, std::uint32_t end) const {
  const auto subjects = in_sentence_of(name.begin);
  const auto subject = first_from(subjects, name.begin);
  return subject != subjects.end() && subject->span.begin == name.begin && is_closed(*subject, end);
}

std::span<const ClauseSubject> ClauseSubjects::in_sentence_of(std::uint32_t offset) const { return subjects_.in(document_.sentence_at(offset)); }

std::span<const ClauseSubject>::iterator ClauseSubjects::first_from(std::span<const ClauseSubject> subjects, std::uint32_t offset) {
  return std::lower_bound(subjects.begin(), subjects.end(), offset, [](const ClauseSubject& one, std::uint32_t begin) { return one.span.begin < begin; });
}

Span ClauseSubjects::first_inside(Span span) const {
  const auto subjects = in_sentence_of(span.begin);
  const auto first = first_from(subjects, span.begin);
  return first == subjects.end() || first->span.end > span.end ? Span{} : first->name;
}

Span ClauseSubjects::behind_comma(Span span) const {
  const std::string_view text = document_.folded.text();
  const auto subjects = in_sentence_of(span.begin);
  for (auto subject = first_from(subjects, span.begin); subject != subjects.end() && subject->span.end <= span.end; ++subject) {
    if (subject->dependent) continue;
    // The comma may stand inside quotation marks.
    const std::size_t before = text.find_last_not_of(" \"\u201D", subject->span.begin - 1);
    if (before != std::string_view::npos && text[before] == ',') return subject->name;
  }
  return {};
}

Span ClauseSubjects::own_subject(Span speaker) const {
  if (clause_prepositions_ == nullptr) return speaker;
  const std::string_view text = document_.folded.slice(speaker);
  for (std::size_t space = text.rfind(' '); space != std::string_view::npos && space > 0; space = text.rfind(' ', space - 1)) {
    const std::size_t before = text.rfind(' ', space - 1);
    if (before == std::string_view::npos) return speaker;
    if (clause_prepositions_->find(text.substr(before + 1, space - before - 1)) == nullptr) continue;
    const auto subjects = in_sentence_of(speaker.begin);
    const auto begin = speaker.begin + static_cast<std::uint32_t>(space) + 1;
    for (auto subject = first_from(subjects, begin); subject != subjects.end() && subject->name.begin == begin; ++subject) {
      if (subject->name.end == speaker.end) return subject->name;
    }
  }
  return speaker;
}

namespace {

/// Reads annotations of the type `attribution`; a field that the rule set lacks is as one that is not there.
class AttributionReader {
 public:
  AttributionReader(const RuleSet& rules, const Document& document, const Annotations& annotations, TypeId id)
      : rules_(rules),
        document_(document),
        annotations_(annotations),
        said_noun_(rules.lexicon("said_noun")),
        subject_(rules.symbol("subject")),
        label_(rules.symbol("label")),
        list_(rules.symbol("list")) {
    const Type& type = rules.types()[id];
    const auto field = [&type](std::string_view name) { return type.field(name); };
    speaker_ = field("speaker");
    cue_ = field("cue");
    quote_ = field("quote");
    quote2_ = field("quote2");
    content_ = field("content");
    content2_ = field("content2");
    lemma_ = field("lemma");
    class_ = field("class");
    kind_ = field("kind");
    source_ = field("source");
    below_ = field("below");
  }

  AttributionFound read(std::uint32_t index) const {
    AttributionFound found;
    found.speaker = value(index, speaker_).span;
    found.cue = value(index, cue_).span;
    found.quote = value(index, quote_).span;
    found.quote2 = value(index, quote2_).span;
    found.content = value(index, content_).span;
    found.content2 = value(index, content2_).span;
    found.lemma = value(index, lemma_).symbol;
    found.cue_class = value(index, class_).symbol;
    found.kind = value(index, kind_).symbol;
    const Symbol source = value(index, source_).symbol;
    found.from_subject = subject_ != 0 && source == subject_;
    found.is_label = label_ != 0 && source == label_;
    found.has_list_below = list_ != 0 && value(index, below_).symbol == list_;
    found.rule = annotations_.at(index).rule;
    if (found.lemma == 0 && said_noun_ != nullptr) read_noun(found);
    return found;
  }

 private:
  /// The verb that a noun stands for: "warning".
  void read_noun(AttributionFound& found) const {
    const LexiconEntry* noun = said_noun_->find(document_.folded.slice(found.cue));
    if (noun == nullptr) return;
    found.lemma = rules_.symbol(said_noun_->attribute(*noun, "lemma"));
    if (found.cue_class == 0) found.cue_class = rules_.symbol(said_noun_->attribute(*noun, "class"));
  }

  Value value(std::uint32_t index, std::uint32_t field) const { return field == no_field ? Value{} : annotations_.value(index, field); }

  const RuleSet& rules_;
  const Document& document_;
  const Annotations& annotations_;
  const Lexicon* said_noun_;
  Symbol subject_, label_;  // values of `source`
  Symbol list_;             // value of `below`
  // Fields of the type; `no_field` where it lacks one.
  std::uint32_t speaker_, cue_, quote_, quote2_, content_, content2_, lemma_, class_, kind_, source_, below_;
};

/// Whom an attribution without a speaker may mean: the subject of the cue itself, or of the nearest clause.
void find_subject(const Document& document, const ClauseSubjects& subjects, AttributionFound& found) {
  const Span sentence = document.sentences[found.sentence].span;
  found.speaker = subjects.of(found.cue);
  found.subject = subjects.last_inside({sentence.begin, found.cue.begin});
  if (!found.subject.empty()) return;
  const bool opens = found.cue.begin == sentence.begin;
  // What the opening words report has subjects of its own.
  if (opens) found.subject = subjects.first_inside({std::max(found.cue.end, found.content.end), sentence.end});
  const Span rest{found.cue.end, sentence.end};
  if (found.subject.empty()) found.subject = opens ? subjects.first_inside(rest) : subjects.behind_comma(rest);
}

}  // namespace

std::vector<AttributionFound> find_attributions(const RuleSet& rules, const Document& document, const Annotations& annotations,
                                                const ClauseSubjects& subjects) {
  const TypeId id = rules.type("attribution");
  if (id == no_type) return {};
  const AttributionReader reader(rules, document, annotations, id);
  std::vector<AttributionFound> result;
  for (const std::uint32_t index : annotations.of(id)) {
    AttributionFound found = reader.read(index);
    found.sentence = document.sentence_at(found.cue.begin);
    if (!found.speaker.empty() && found.speaker.end <= found.cue.begin) found.speaker = subjects.own_subject(found.speaker);
    if (found.speaker.empty() && found.from_subject) find_subject(document, subjects, found);
    result.push_back(found);
  }
  std::stable_sort(result.begin(), result.end(), [](const AttributionFound& a, const AttributionFound& b) { return a.cue < b.cue; });
  return result;
}

}  // namespace onrecord
