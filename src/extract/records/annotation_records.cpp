#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "onrecord/extract/record/content.h"
#include "onrecord/extract/record/record_kinds.h"
#include "onrecord/extract/records/record_frame.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::string_view paragraph_break = "\n\n";

/// The value of a span field, or an empty span.
Span span_of(const RecordFrame& frame, std::uint32_t annotation, TypeId type, std::string_view field) {
  const std::uint32_t index = frame.rules.types()[type].field(field);
  return index == no_field ? Span{} : frame.annotations.value(annotation, index).span;
}

/// Calls `take` with the span of each annotation of `type` that overlaps `span`, and perhaps of some between them.
template <typename Take>
void each_overlapping(const Annotations& annotations, TypeId type, Span span, Take take) {
  const std::uint32_t first = annotations.overlapping(type, span);
  if (first == Annotations::none) return;
  const auto& all = annotations.of(type);
  const auto begins_before = [&](std::uint32_t index, std::uint32_t at) { return annotations.at(index).span.begin < at; };
  auto next = std::lower_bound(all.begin(), all.end(), annotations.at(first).span.begin, begins_before);
  for (; next != all.end() && annotations.at(*next).span.begin < span.end; ++next) take(annotations.at(*next).span);
}

/// The parts of `answer` that are text: what the structure finder marked, where it did, else its paragraphs.
std::vector<Span> answer_parts(const RecordFrame& frame, Span answer) {
  std::vector<Span> parts;
  const auto take = [&](Span part) {
    if (!part.overlaps(answer)) return;
    part = without_space(frame.document.folded.text(), {std::max(part.begin, answer.begin), std::min(part.end, answer.end)});
    if (!part.empty()) parts.push_back(part);
  };
  if (const TypeId type = frame.rules.type("faq_answer"); type != no_type) each_overlapping(frame.annotations, type, answer, take);
  if (!parts.empty()) return parts;
  const auto& paragraphs = frame.document.lines;
  auto paragraph = std::lower_bound(paragraphs.begin(), paragraphs.end(), answer.begin, [](const Line& one, std::uint32_t at) { return one.span.end <= at; });
  for (; paragraph != paragraphs.end() && paragraph->span.begin < answer.end; ++paragraph) take(paragraph->span);
  return parts;
}

std::string joined(const RecordFrame& frame, const std::vector<Span>& parts) {
  std::string text;
  for (const Span part : parts) {
    if (!text.empty()) text += paragraph_break;
    text += frame.places.words(part);
  }
  return text;
}

CustomRecord custom_record(RecordFrame& frame, TypeId type, std::uint32_t index) {
  const Type& kind = frame.rules.types()[type];
  const Annotation& annotation = frame.annotations.at(index);
  CustomRecord record;
  record.head = frame.head(frame.id(kind.name, annotation.span), annotation.span, annotation.rule, 1.0);
  record.type = kind.name;
  record.text = frame.places.words(annotation.span);
  for (std::uint32_t field = 0; field < kind.fields.size(); ++field) {
    const Value& value = frame.annotations.value(index, field);
    if (!value.present()) continue;
    const std::string& name = kind.fields[field].name;
    if (value.symbol != 0) record.fields.emplace_back(name, std::string(frame.rules.symbol(value.symbol)));
    else record.fields.emplace_back(name, frame.places.quoted(value.span));
  }
  return record;
}

}  // namespace

void append_faq_records(RecordFrame& frame, std::vector<Record>& records) {
  const TypeId type = frame.rules.type("faq");
  if (type == no_type) return;
  std::map<std::int64_t, std::uint32_t> pairs_in_section;
  for (const std::uint32_t index : frame.annotations.of(type)) {
    const Annotation& annotation = frame.annotations.at(index);
    const Span question = without_space(frame.document.folded.text(), span_of(frame, index, type, "question"));
    const std::vector<Span> parts = answer_parts(frame, span_of(frame, index, type, "answer"));
    if (question.empty() || parts.empty()) continue;
    FaqRecord record;
    record.head = frame.head(frame.id("faq", question), question, annotation.rule, 1.0);
    record.question = frame.places.words(question);
    record.answer = joined(frame, parts);
    record.answer_place = frame.places.place(cover(parts.front(), parts.back()));
    record.section = frame.section_of(question);
    record.n = ++pairs_in_section[frame.structure.section_of(frame.document.line_at(question.begin))];
    records.emplace_back(std::move(record));
  }
}

void append_custom_records(RecordFrame& frame, std::vector<Record>& records) {
  for (const TypeId type : custom_kinds(frame.rules))
    for (const std::uint32_t index : frame.annotations.of(type)) records.emplace_back(custom_record(frame, type, index));
}

}  // namespace onrecord
