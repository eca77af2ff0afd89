#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/rule_set.h"
#include "onrecord/workbench/match_trace.h"

namespace onrecord {

/// How far a pattern gets on a view: how many of its outermost elements, from the left, are there one behind the other.
struct PatternProgress {
  std::uint32_t pattern = 0;  ///< index into the rule's patterns
  std::size_t matched = 0;
  std::size_t elements = 0;
  std::string got;       ///< the matched part of the pattern, as written
  std::string stops_at;  ///< the next element; empty: all of it is there
  Span in_view;          ///< what the matched part stands on
  std::string advice;    ///< where what stands there looks like the next element and is another character: what to write; mostly empty
};

/// The farthest that any of the rule's patterns gets.
PatternProgress pattern_progress(const RuleSet& rules, const Rule& rule, std::string_view view);

/// What a rule did on one unit.
struct UnitVerdict {
  Span span;                          ///< of the folded text
  std::string text;                   ///< the unit
  std::string view;                   ///< what patterns see, for people; empty where the layer leaves the unit out
  std::vector<std::string> outcomes;  ///< of its matches: "kept: …", "refused: …", "beaten by …: …"
  bool made_something = false;
  PatternProgress progress;  ///< where there was no match
};

/// Why a rule made nothing, or what it made: for each unit of its layer, those where it got farthest first. A rule of words
/// has no progress.
struct WhyNot {
  std::vector<UnitVerdict> units;
};
WhyNot why_not(const RuleSet& rules, const Rule& rule, std::string text);

/// The same in lines, at most `most` units.
std::string why_not_text(const RuleSet& rules, const Rule& rule, const WhyNot& answer, std::size_t most);

}  // namespace onrecord
