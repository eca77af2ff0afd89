#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/evaluate/evaluation.h"
#include "onrecord/evaluate/reliability.h"
#include "onrecord/rules/rule_set.h"

/// What marked-up articles say of two rule sets: whether the records that change are better or worse.
namespace onrecord {

/// A measure by the old rules and by the new ones.
struct MeasureChange {
  Measure measure{};
  Count before, after;
};

/// The records of one kind that a rule makes, held against what is marked.
struct RuleGoldChange {
  std::string rule;  ///< the id in the new rules where there is one; empty: no rule made them
  RuleFigures before, after;
  std::uint64_t marked = 0;  ///< all that there is to be found of the kind; the same for all its rules

  /// The part of all that is marked which the rule finds: those of all rules together are the recall.
  double recall(const RuleFigures& figures) const;
};

struct GoldChange {
  std::uint64_t articles = 0;
  std::uint64_t failed = 0;             ///< articles and files that could not be read
  std::vector<MeasureChange> measures;  ///< those of which something is marked or found
  std::vector<RuleGoldChange> rules;    ///< those whose judged records are others, by kind, then by id
};

/// Which figure may become worse, and by how much.
struct LossBudget {
  std::string figure;  ///< "statements_half.p"; empty: each
  double most = 0;
};

/// A figure before and after. None: there was nothing to measure.
struct FigureChange {
  std::string_view name;  ///< "p", "r", "f1", "accuracy", "share"
  std::optional<double> before, after;
  bool is_better_higher = true;

  bool moves() const { return before != after; }
  /// 0 where there is nothing to compare.
  double change() const { return before && after ? *after - *before : 0; }
  /// How much worse it became; negative: better.
  double loss() const { return is_better_higher ? -change() : change(); }
};

/// In the order in which `figures_of` names them.
std::vector<FigureChange> figure_changes(const MeasureChange& change);
/// Whether one of them moves.
bool any_moves(const std::vector<FigureChange>& figures);

/// Compares what was counted. `renamed`: old ids of rules and their ids now.
GoldChange gold_change(const Evaluation& before, const Evaluation& after, const std::map<std::string, std::string>& renamed);

/// Reads marked-up articles, one at a time, and holds both rule sets' records against them.
GoldChange evaluate_change(const std::vector<std::string>& gold, const RuleSet& before, const RuleSet& after,
                           const std::function<void(const Diagnostic&)>& report);

/// A message for each figure that is worse by more than a budget allows.
std::vector<std::string> exceeded_losses(const GoldChange& change, const std::vector<LossBudget>& budgets);

}  // namespace onrecord
