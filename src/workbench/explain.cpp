#include "onrecord/workbench/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>
#include <variant>

#include "onrecord/base/digest.h"
#include "onrecord/extract/extract.h"
#include "onrecord/output/kinds.h"
#include "onrecord/workbench/found_fields.h"
#include "onrecord/workbench/match_trace.h"
#include "onrecord/workbench/why_not.h"

namespace onrecord {
namespace {

constexpr int deepest = 4;
constexpr std::size_t most_parts = 8;

/// The places that a record is made of: its own, and its cue's.
std::vector<Span> places_of(const Record& record) {
  std::vector<Span> places = {head_of(record).place.bytes};
  const auto add_cue = [&](const std::optional<Cue>& cue) {
    if (cue) places.push_back(cue->words.place.bytes);
  };
  if (const auto* quote = std::get_if<QuoteRecord>(&record)) add_cue(quote->cue);
  if (const auto* claim = std::get_if<ClaimRecord>(&record)) add_cue(claim->cue);
  return places;
}

class Explainer {
 public:
  Explainer(const RuleSet& rules, const MatchTrace& trace) : rules_(rules), trace_(trace) {}

  Span bytes(Span folded) const { return trace_.analysis.document.folded.to_original(folded); }
  std::string words(Span folded) const { return std::string(trace_.analysis.document.folded.slice(folded)); }

  /// The annotation of the record's rule that has most bytes in common with it; where several have, the tighter one.
  std::optional<std::uint32_t> annotation_of(const Record& record) const {
    std::optional<std::uint32_t> best;
    std::tuple<std::uint64_t, std::int64_t> best_score{0, 0};
    for (std::uint32_t i = 0; i < trace_.analysis.annotations.size(); ++i) {
      const Annotation& annotation = trace_.analysis.annotations.at(i);
      if (annotation.rule == no_rule || rules_.rules()[annotation.rule].name != rule_of(record)) continue;
      std::uint64_t common = 0;
      Span reach = bytes(annotation.span);
      for (const ExplainedField& field : fields_of_annotation(i))
        if (!field.bytes.empty()) reach = cover(reach, field.bytes);
      for (const Span place : places_of(record)) {
        if (reach.overlaps(place)) common += std::min(reach.end, place.end) - std::max(reach.begin, place.begin);
      }
      const std::tuple<std::uint64_t, std::int64_t> score{common, -static_cast<std::int64_t>(reach.size())};
      if (common > 0 && (!best || score > best_score)) {
        best = i;
        best_score = score;
      }
    }
    return best;
  }

  ExplainedAnnotation explain(std::uint32_t index, int depth) const {
    const Annotation& annotation = trace_.analysis.annotations.at(index);
    ExplainedAnnotation explained;
    explained.type = rules_.types()[annotation.type].name;
    explained.text = words(annotation.span);
    explained.bytes = bytes(annotation.span);
    explained.fields = fields_of_annotation(index);
    if (annotation.rule == no_rule) return explained;
    const RuleDefinition& rule = rules_.rules()[annotation.rule].definition();
    explained.rule = rule.id;
    explained.place = fmt::format("{}:{}", rule.at.file, rule.at.line);
    explained.layer = rule.layer;
    const TracedMatch* match = trace_.maker_of(index);
    if (match == nullptr) return explained;
    explained.beaten = beaten_by(*match);
    const TracedUnit& unit = trace_.units[match->unit];
    if (match->in_view.empty()) return explained;
    explained.view = readable_view(rules_, unit, trace_.analysis, match->in_view);
    for (const ViewToken& token : unit.tokens) {
      if (depth >= deepest || explained.parts.size() >= most_parts || !match->in_view.contains(token.span)) continue;
      explained.parts.push_back(explain(token.annotation, depth + 1));
    }
    return explained;
  }

  std::vector<ExplainedLayer> at(std::uint32_t byte, std::size_t misses) const {
    std::vector<ExplainedLayer> layers;
    for (std::uint32_t i = 0; i < trace_.units.size(); ++i) {
      const TracedUnit& unit = trace_.units[i];
      if (!bytes(unit.span).contains(byte)) continue;
      const Layer& layer = rules_.layers()[unit.layer];
      ExplainedLayer explained{layer.name, words(unit.span), {}, {}, {}};
      if (!unit.left_out) explained.view = readable_view(rules_, unit, trace_.analysis);
      for (const TracedMatch& match : trace_.matches)
        if (match.unit == i && bytes(match.span).contains(byte)) explained.events.push_back(event_of(match));
      if (!unit.left_out && layer.unit != Unit::document && misses > 0) explained.misses = misses_in(i, misses);
      layers.push_back(std::move(explained));
    }
    return layers;
  }

 private:
  std::vector<ExplainedField> fields_of_annotation(std::uint32_t index) const {
    std::vector<ExplainedField> fields;
    const Type& type = rules_.types()[trace_.analysis.annotations.at(index).type];
    for (std::uint32_t i = 0; i < type.fields.size(); ++i) {
      const Value& value = trace_.analysis.annotations.value(index, i);
      if (value.symbol != 0) fields.push_back({type.fields[i].name, std::string(rules_.symbol(value.symbol)), {}});
      else if (value.present()) fields.push_back({type.fields[i].name, words(value.span), bytes(value.span)});
    }
    return fields;
  }

  std::vector<std::string> beaten_by(const TracedMatch& winner) const {
    std::vector<std::string> beaten;
    for (const TracedMatch& match : trace_.matches) {
      const bool lost_to_it =
          match.outcome == TracedMatch::Outcome::beaten && match.unit == winner.unit && match.winner == winner.rule && match.winner_span == winner.span;
      if (lost_to_it) beaten.push_back(fmt::format("{} on “{}”: {}", rules_.rules()[match.rule].name, words(match.span), reason_of(match.loss)));
    }
    return beaten;
  }

  ExplainedLayer::Event event_of(const TracedMatch& match) const {
    ExplainedLayer::Event event{rules_.rules()[match.rule].name, words(match.span), "kept"};
    if (match.outcome == TracedMatch::Outcome::beaten)
      event.outcome = fmt::format("lost against {}: {}", rules_.rules()[match.winner].name, reason_of(match.loss));
    if (match.outcome == TracedMatch::Outcome::refused) event.outcome = refusal_of(rules_, trace_, match);
    return event;
  }

  /// Rules that match nowhere in the unit, those that got farthest first.
  std::vector<ExplainedLayer::NearMiss> misses_in(std::uint32_t index, std::size_t most) const {
    const TracedUnit& unit = trace_.units[index];
    std::vector<ExplainedLayer::NearMiss> misses;
    for (const RuleId id : rules_.layers()[unit.layer].rules) {
      const Rule& rule = rules_.rules()[id];
      const bool matched =
          std::any_of(trace_.matches.begin(), trace_.matches.end(), [&](const TracedMatch& match) { return match.unit == index && match.rule == id; });
      if (matched || rule.patterns.empty()) continue;
      const PatternProgress progress = pattern_progress(rules_, rule, unit.view);
      if (progress.matched > 1) misses.push_back({rule.name, progress.matched, progress.elements, progress.stops_at});
    }
    std::stable_sort(misses.begin(), misses.end(), [](const auto& a, const auto& b) { return a.matched * b.elements > b.matched * a.elements; });
    if (misses.size() > most) misses.resize(most);
    return misses;
  }

  const RuleSet& rules_;
  const MatchTrace& trace_;
};

std::optional<std::size_t> find_record(const std::vector<Record>& records, const std::string& wanted) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
  if (error == std::errc() && end == wanted.data() + wanted.size()) return number >= 1 && number <= records.size() ? std::optional(number - 1) : std::nullopt;
  const auto found = std::find_if(records.begin(), records.end(), [&](const Record& record) { return head_of(record).id == wanted; });
  return found == records.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - records.begin()));
}

}  // namespace

std::optional<ExplainedRecord> explain_record(const RuleSet& rules, const std::string& text, const std::string& wanted) {
  const Extraction extraction = extract(rules, text, sha256_hex(text), {.terms = true});
  const std::optional<std::size_t> index = find_record(extraction.records, wanted);
  if (!index) return std::nullopt;
  const Record& record = extraction.records[*index];
  const RecordHead& head = head_of(record);
  ExplainedRecord explained{*index + 1,      extraction.records.size(), head.id,     std::string(kind_of(record)), head.rule, head.place.line, head.place.bytes,
                            head.confidence, fields_of(record),         std::nullopt};
  const MatchTrace trace = trace_matches(rules, text);
  const Explainer explainer(rules, trace);
  if (const auto annotation = explainer.annotation_of(record)) explained.annotation = explainer.explain(*annotation, 0);
  return explained;
}

std::vector<ExplainedLayer> explain_place(const RuleSet& rules, const std::string& text, std::uint32_t at, std::size_t misses) {
  const MatchTrace trace = trace_matches(rules, text);
  return Explainer(rules, trace).at(at, misses);
}

}  // namespace onrecord
