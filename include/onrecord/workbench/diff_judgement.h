#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/workbench/gold_change.h"
#include "onrecord/workbench/record_diff.h"

namespace onrecord {

/// How many records may differ in one way: a number, or a share of the old records.
struct DiffBudget {
  Change change = Change::removed;
  std::uint64_t most = 0;
  bool percent = false;
};

/// "12" or "5%". None where it is neither.
std::optional<DiffBudget> read_budget(Change change, std::string_view text);

/// What is held against the differences.
struct DiffDemands {
  std::vector<DiffBudget> budgets;
  std::vector<LossBudget> losses;       ///< of figures on marked-up articles
  std::optional<std::string> accepted;  ///< the text of a file of approved differences; empty text: nothing is approved
  std::string accepted_file;            ///< its name, for messages

  bool any() const { return accepted || !budgets.empty() || !losses.empty(); }
};

/// The verdict. Without demands any difference is too much.
struct DiffJudgement {
  bool holds = true;
  std::vector<std::string> exceeded;    ///< budgets, as messages
  std::vector<std::string> unapproved;  ///< ids of rules whose differences nobody approved, in their order

  bool lacks_approval(std::string_view id) const { return std::find(unapproved.begin(), unapproved.end(), id) != unapproved.end(); }
};

/// Judges what was found. `gold`: what marked-up articles say; null: nothing. A file of approved differences that cannot be
/// read is reported, and approves nothing.
DiffJudgement judge(const RecordDifferences& found, const GoldChange* gold, const DiffDemands& demands, Diagnostics& diagnostics);

/// The text of a file that approves these differences.
std::string accepted_differences(const RecordDifferences& found);

}  // namespace onrecord
