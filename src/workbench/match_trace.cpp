#include "onrecord/workbench/match_trace.h"

#include <algorithm>

namespace onrecord {
namespace {

class TraceWriter : public MatchObserver {
 public:
  TraceWriter(const RuleSet& rules, MatchTrace& trace) : rules_(rules), trace_(trace) {}

  void unit(const Layer& layer, Span unit, const View& view) override {
    first_of_unit_ = trace_.matches.size();
    trace_.units.push_back({layer_index(layer), unit, false, std::string(view.text()), view.tokens(), view.tags()});
  }
  void left_out(const Layer& layer, Span unit) override { trace_.units.push_back({layer_index(layer), unit, true, {}, {}, {}}); }

  void matched(const Rule& rule, std::uint32_t pattern, Span in_view, Span span) override {
    TracedMatch match;
    match.rule = rule.id;
    match.pattern = pattern;
    match.unit = static_cast<std::uint32_t>(trace_.units.size() - 1);
    match.in_view = in_view;
    match.span = span;
    trace_.matches.push_back(match);
  }
  void refused(const Rule& rule, std::uint32_t pattern, Span span, const BrokenCondition& why, std::string_view value) override {
    TracedMatch& match = find(rule, pattern, span);
    match.outcome = TracedMatch::Outcome::refused;
    match.broken = why;
    match.value = value;
  }
  void kept(const Rule& rule, std::uint32_t pattern, Span span, std::uint32_t index) override {
    TracedMatch& match = find(rule, pattern, span);
    match.outcome = TracedMatch::Outcome::kept;
    match.annotation = index;
  }
  void beaten(const Rule& rule, std::uint32_t pattern, Span span, const Rule& winner, Span winner_span, Loss by) override {
    TracedMatch& match = find(rule, pattern, span);
    match.outcome = TracedMatch::Outcome::beaten;
    match.winner = winner.id;
    match.winner_span = winner_span;
    match.loss = by;
  }

 private:
  std::uint16_t layer_index(const Layer& layer) const { return static_cast<std::uint16_t>(&layer - rules_.layers().data()); }

  /// The match of this unit that is meant; rules of words and fields that were cut away have none yet.
  TracedMatch& find(const Rule& rule, std::uint32_t pattern, Span span) {
    for (std::size_t i = first_of_unit_; i < trace_.matches.size(); ++i) {
      TracedMatch& match = trace_.matches[i];
      const bool is_open = match.outcome == TracedMatch::Outcome::refused && !match.broken;
      if (match.rule == rule.id && match.pattern == pattern && match.span == span && is_open) return match;
    }
    matched(rule, pattern, {}, span);
    return trace_.matches.back();
  }

  const RuleSet& rules_;
  MatchTrace& trace_;
  std::size_t first_of_unit_ = 0;
};

}  // namespace

const TracedMatch* MatchTrace::maker_of(std::uint32_t annotation) const {
  const auto found = std::find_if(matches.begin(), matches.end(), [&](const TracedMatch& match) { return match.annotation == annotation; });
  return found == matches.end() ? nullptr : &*found;
}

MatchTrace trace_matches(const RuleSet& rules, std::string text) {
  MatchTrace trace{{{}, {}, Annotations(rules)}, {}, {}};
  TraceWriter writer(rules, trace);
  trace.analysis = analyze(rules, std::move(text), {.use_filters = false, .observer = &writer});
  return trace;
}

std::string readable_view(const RuleSet& rules, const TracedUnit& unit, const Analysis& analysis) {
  return readable_view(rules, unit, analysis, {0, static_cast<std::uint32_t>(unit.view.size())});
}

std::string readable_view(const RuleSet& rules, const TracedUnit& unit, const Analysis& analysis, Span part) {
  std::string text;
  std::uint32_t at = part.begin;
  const auto copy = [&](std::uint32_t end) {
    std::string piece(slice(unit.view, {at, end}));
    for (std::size_t dot = piece.find(view_code::inner_dot); dot != std::string::npos; dot = piece.find(view_code::inner_dot))
      piece.replace(dot, view_code::inner_dot.size(), ".");
    text += piece;
  };
  auto token = unit.tokens.begin();
  auto tag = unit.tags.begin();
  while (token != unit.tokens.end() || tag != unit.tags.end()) {
    const bool is_token = tag == unit.tags.end() || (token != unit.tokens.end() && token->span.begin < tag->span.begin);
    const Span span = is_token ? token->span : tag->span;
    if (span.begin >= part.end) break;
    if (span.begin >= part.begin && span.end <= part.end) {
      copy(span.begin);
      if (is_token) {
        const Annotation& annotation = analysis.annotations.at(token->annotation);
        text += "{@" + rules.types()[annotation.type].name + ' ' + std::string(analysis.document.folded.slice(annotation.span)) + '}';
      } else {
        constexpr std::uint32_t tag_bytes = 3;
        text += std::string(slice(unit.view, {span.begin + tag_bytes, span.end})) + '/' + rules.layers()[unit.layer].vocabulary.tags[tag->tag]->name();
      }
      at = span.end;
    }
    if (is_token) ++token;
    else ++tag;
  }
  if (at < part.end) copy(part.end);
  return text;
}

std::string_view reason_of(Loss loss) {
  switch (loss) {
    case Loss::yields: return "it yields to the other";
    case Loss::priority: return "the other has the higher priority";
    case Loss::length: return "the other is longer";
    case Loss::order: return "the other comes first in the order of rules";
  }
  return {};
}

}  // namespace onrecord
