#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/matching/match_observer.h"
#include "onrecord/extract/matching/view.h"

namespace onrecord {

/// What came of one match of a pattern.
struct TracedMatch {
  enum class Outcome { kept, beaten, refused };
  RuleId rule = 0;
  std::uint32_t pattern = 0;
  std::uint32_t unit = 0;  ///< index into `MatchTrace::units`
  Span in_view;
  Span span;  ///< of the folded text
  Outcome outcome = Outcome::refused;
  BrokenCondition broken;                        ///< of one that was refused
  std::string value;                             ///< what the field holds that this is about
  std::uint32_t annotation = Annotations::none;  ///< of one that was kept
  RuleId winner = no_rule;                       ///< of one that was beaten
  Span winner_span;
  Loss loss = Loss::order;
};

struct TracedUnit {
  std::uint16_t layer = 0;
  Span span;
  bool left_out = false;  ///< by `over` or `skip`; then it has no view
  std::string view;       ///< its text as patterns see it
  std::vector<ViewToken> tokens;
  std::vector<ViewTag> tags;
};

/// Everything that rules tried on one article.
struct MatchTrace {
  Analysis analysis;
  std::vector<TracedUnit> units;
  std::vector<TracedMatch> matches;  ///< in the order they were found

  /// The match that made an annotation; null where code made it.
  const TracedMatch* maker_of(std::uint32_t annotation) const;
};

/// Runs the first half of `extract`, every rule at every place, and writes down what happens.
MatchTrace trace_matches(const RuleSet& rules, std::string text);

/// The view of a unit for people: `{@person Ann Lee}` for an annotation, `the/determiner` for a word with a tag.
std::string readable_view(const RuleSet& rules, const TracedUnit& unit, const Analysis& analysis);
/// The same of a stretch of it.
std::string readable_view(const RuleSet& rules, const TracedUnit& unit, const Analysis& analysis, Span part);

/// Why a match was refused: which condition of the rule does not hold, as it is written, and what was there.
std::string refusal_of(const RuleSet& rules, const MatchTrace& trace, const TracedMatch& match);
/// By what a candidate loses: "the other has the higher priority".
std::string_view reason_of(Loss loss);

}  // namespace onrecord
