#include "onrecord/extract/records/record_frame.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "onrecord/extract/speakers/resolution_names.h"

namespace onrecord {
namespace {

std::optional<std::uint32_t> find_lead(const Document& document, const Structure& structure) {
  for (std::uint32_t line = 0; line < document.lines.size(); ++line) {
    if (structure.of_line(line) == LineClass::body) return line;
  }
  return std::nullopt;
}

/// Under this name stands what was measured of records that no rule made, such as a quotation that nobody is said to speak.
constexpr std::string_view without_rule = "none";

/// What the lexicon gives as the precision of `name`; `otherwise` where it gives none.
double precision_of(const Lexicon* measured, std::string_view name, double otherwise) {
  const LexiconEntry* entry = measured == nullptr ? nullptr : measured->find(name);
  if (entry == nullptr) return otherwise;
  const std::string_view written = measured->attribute(*entry, "precision");
  double precision = otherwise;
  std::from_chars(written.data(), written.data() + written.size(), precision);
  return std::clamp(precision, 0.0, 1.0);
}

}  // namespace

RecordFrame::RecordFrame(const RuleSet& rule_set, const Document& of_document, const Structure& its_structure, const Annotations& its_annotations,
                         std::string_view digest)
    : rules(rule_set),
      document(of_document),
      structure(its_structure),
      annotations(its_annotations),
      places(of_document),
      measured_rules_(rule_set.lexicon("confidence.rule")),
      measured_resolutions_(rule_set.lexicon("confidence.resolution")),
      ids_(digest),
      lead_(find_lead(of_document, its_structure)) {}

std::string RecordFrame::id(std::string_view type, Span span) {
  const Span bytes = document.folded.to_original(span);
  fmt::basic_memory_buffer<char, 64> place;
  fmt::format_to(std::back_inserter(place), FMT_COMPILE("{}:{}"), bytes.begin, bytes.end);
  const std::size_t size = place.size();
  fmt::format_to(std::back_inserter(place), FMT_COMPILE("\n{}"), type);
  const WordForm seen = seen_.add({place.data(), place.size()});
  if (seen > times_.size()) times_.push_back(0);
  place.resize(size);
  if (const std::uint32_t earlier = times_[seen - 1]++; earlier > 0) fmt::format_to(std::back_inserter(place), FMT_COMPILE(":{}"), earlier);
  return ids_.id(type, {place.data(), place.size()});
}

RecordHead RecordFrame::head(std::string id, Span span, RuleId rule, double share) {
  RecordHead head{std::move(id), places.place(span), {}, share};
  if (rule == no_rule) {
    head.confidence *= precision_of(measured_rules_, without_rule, 1.0);
    return head;
  }
  head.rule = rules.rules()[rule].name;
  head.confidence *= precision_of_rule(rule);
  return head;
}

/// Few rules make most records.
double RecordFrame::precision_of_rule(RuleId rule) {
  if (precisions_.empty()) precisions_.resize(rules.rules().size(), -1);
  double& precision = precisions_[rule];
  const Rule& maker = rules.rules()[rule];
  if (precision < 0) precision = precision_of(measured_rules_, maker.name, maker.confidence);
  return precision;
}

double RecordFrame::certainty(Resolution resolution) const {
  return precision_of(measured_resolutions_, resolution_names[static_cast<std::size_t>(resolution)], 1.0);
}

bool RecordFrame::is_in_lead(std::uint32_t line) const { return lead_ == line; }

Block RecordFrame::block_of(Span span) const {
  const std::uint32_t line = document.line_at(span.begin);
  switch (structure.of_line(line)) {
    case LineClass::title: return Block::headline;
    case LineClass::callout: return Block::callout;
    case LineClass::faq_answer: return Block::faq_answer;
    case LineClass::caption: return Block::caption;
    default: return is_in_lead(line) ? Block::lead : Block::body;
  }
}

Span RecordFrame::heading_span(std::uint32_t line) const {
  const Span span = document.lines[line].span;
  const TypeId type = rules.type("heading");
  if (type == no_type) return span;
  const std::uint32_t found = annotations.overlapping(type, span);
  const bool is_inside = found != Annotations::none && span.contains(annotations.at(found).span);
  return is_inside ? annotations.at(found).span : span;
}

std::string RecordFrame::section_of(Span span) const {
  const std::int64_t line = structure.section_of(document.line_at(span.begin));
  return line < 0 ? std::string() : places.words(heading_span(static_cast<std::uint32_t>(line)));
}

}  // namespace onrecord
