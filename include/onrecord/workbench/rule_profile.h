#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/extract/matching/match_observer.h"
#include "onrecord/rules/regex_watch.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

using Nanoseconds = std::chrono::nanoseconds;

/// What a rule costs. Where patterns of several rules share a part, the first one that needs it pays.
struct RuleCost {
  std::uint64_t tried = 0;    ///< at an anchor, or in a unit
  std::uint64_t matched = 0;  ///< matches of its patterns
  std::uint64_t kept = 0;     ///< annotations
  Nanoseconds time{0};        ///< all of it
  RegexCounts regex;          ///< of that: for groups; the memory it took; what went slower than it should
  std::uint64_t program = 0;  ///< instructions of its patterns' programs

  /// What finding the matches themselves took, and weighing them.
  Nanoseconds search_time() const { return time - regex.groups; }
};

/// What the set costs that tells which patterns of a layer without an anchor may match.
struct FilterCost {
  Nanoseconds time{0};
  std::int64_t memory = 0;  ///< bytes
};

/// Measures rules while `extract` runs with all its shortcuts, on the thread that made it.
class RuleProfiler : public MatchObserver {
 public:
  explicit RuleProfiler(const RuleSet& rules);

  void filtering(const Layer& layer) override;
  void filtered(const Layer& layer) override;
  void trying(const Rule& rule) override;
  void tried(const Rule& rule) override;
  void matched(const Rule& rule, std::uint32_t pattern, Span in_view, Span span) override;
  void kept(const Rule& rule, std::uint32_t pattern, Span span, std::uint32_t index) override;

  const std::vector<RuleCost>& rules() const { return costs_; }
  /// By layer.
  const std::vector<FilterCost>& filters() const { return filters_; }
  /// All rules together.
  RuleCost all_rules() const;
  /// Rules and filters together.
  Nanoseconds total() const;

 private:
  const RuleSet& rule_set_;
  std::vector<RuleCost> costs_;
  std::vector<FilterCost> filters_;
  std::chrono::steady_clock::time_point began_;
  RegexWatch watch_;
  RegexCounts counted_;  // when the rule or the filter in work began
};

/// "5ms/MB": nanoseconds for a megabyte (a million bytes) of text. Units are ns, us, ms, s and KB, MB, GB. None where it
/// is no such thing.
std::optional<double> read_cost_budget(std::string_view text);

}  // namespace onrecord
