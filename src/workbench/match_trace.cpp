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

std::string with_plain_dots(std::string text) {
  for (std::size_t dot = text.find(view_code::inner_dot); dot != std::string::npos; dot = text.find(view_code::inner_dot, dot))
    text.replace(dot, view_code::inner_dot.size(), ".");
  return text;
}

std::string readable_token(const RuleSet& rules, const ViewToken& token, const Analysis& analysis) {
  const Annotation& annotation = analysis.annotations.at(token.annotation);
  return "{@" + rules.types()[annotation.type].name + ' ' + std::string(analysis.document.folded.slice(annotation.span)) + '}';
}

std::string readable_tag(const RuleSet& rules, const TracedUnit& unit, const ViewTag& tag) {
  constexpr std::uint32_t tag_bytes = 3;
  return std::string(slice(unit.view, {tag.span.begin + tag_bytes, tag.span.end})) + '/' + rules.layers()[unit.layer].vocabulary.tags[tag.tag]->name();
}

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
  const auto copy_until = [&](std::uint32_t end) {
    text += with_plain_dots(std::string(slice(unit.view, {at, end})));
    at = end;
  };
  const auto write = [&](Span span, const auto& shown) {
    if (!part.contains(span)) return;
    copy_until(span.begin);
    text += shown();
    at = span.end;
  };
  auto tag = unit.tags.begin();
  const auto write_tags_until = [&](std::uint32_t end) {
    for (; tag != unit.tags.end() && tag->span.begin <= end; ++tag) write(tag->span, [&] { return readable_tag(rules, unit, *tag); });
  };
  for (const ViewToken& token : unit.tokens) {
    write_tags_until(token.span.begin);
    write(token.span, [&] { return readable_token(rules, token, analysis); });
  }
  write_tags_until(part.end);
  if (at < part.end) copy_until(part.end);
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
