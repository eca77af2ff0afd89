#include "onrecord/workbench/diff_judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

/// Old records: all but the added ones.
std::uint64_t old_records(const RecordDifferences& found) {
  std::uint64_t sum = 0;
  for (const Change change : {Change::removed, Change::changed, Change::moved, Change::same}) sum += found.total(change);
  return sum;
}

/// The message where the budget is exceeded; shares are compared as whole numbers, so that nothing is rounded away.
std::string excess(const RecordDifferences& found, const DiffBudget& budget) {
  const std::uint64_t count = found.total(budget.change), all = old_records(found);
  const bool over = budget.percent ? count * 100 > budget.most * all : count > budget.most;
  if (!over) return {};
  return fmt::format("{} {} of {} records, more than the {}{} of --max-{}", count, change_names[static_cast<std::size_t>(budget.change)], all, budget.most,
                     budget.percent ? "%" : "", change_names[static_cast<std::size_t>(budget.change)]);
}

Json read_accepted(const DiffDemands& demands, Diagnostics& diagnostics) {
  if (demands.accepted->empty()) return Json::object();
  Json accepted = Json::parse(*demands.accepted, nullptr, false);
  if (accepted.is_object() && accepted.contains("rules") && accepted["rules"].is_object()) return accepted["rules"];
  Diagnostic diagnostic;
  diagnostic.file = demands.accepted_file;
  diagnostic.message = "this is no file of approved differences; nothing is approved";
  diagnostics.add(std::move(diagnostic));
  return Json::object();
}

std::vector<std::string> unapproved(const RecordDifferences& found, const Json& accepted) {
  std::vector<std::string> ids;
  for (const auto& [id, changes] : found.rules) {
    if (!changes.differs()) continue;
    const auto entry = accepted.find(id);
    const bool approved = entry != accepted.end() && entry->is_object() && entry->contains("digest") && (*entry)["digest"] == changes.digest;
    if (!approved) ids.push_back(id);
  }
  return ids;
}

}  // namespace

std::optional<DiffBudget> read_budget(Change change, std::string_view text) {
  DiffBudget budget{change, 0, text.ends_with('%')};
  if (budget.percent) text.remove_suffix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), budget.most);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return budget;
}

DiffJudgement judge(const RecordDifferences& found, const GoldChange* gold, const DiffDemands& demands, Diagnostics& diagnostics) {
  DiffJudgement judgement;
  for (const DiffBudget& budget : demands.budgets)
    if (std::string message = excess(found, budget); !message.empty()) judgement.exceeded.push_back(std::move(message));
  if (gold != nullptr) {
    std::vector<std::string> losses = exceeded_losses(*gold, demands.losses);
    std::move(losses.begin(), losses.end(), std::back_inserter(judgement.exceeded));
  }
  if (demands.accepted) judgement.unapproved = unapproved(found, read_accepted(demands, diagnostics));
  judgement.holds = demands.any() ? judgement.exceeded.empty() && judgement.unapproved.empty() : !found.differs();
  return judgement;
}

std::string accepted_differences(const RecordDifferences& found) {
  Json rules = Json::object();
  for (const auto& [id, changes] : found.rules) {
    if (!changes.differs()) continue;
    Json entry;
    for (const Change change : {Change::added, Change::removed, Change::changed, Change::moved})
      entry[std::string(change_names[static_cast<std::size_t>(change)])] = changes.count(change);
    entry["digest"] = changes.digest;
    rules[id] = std::move(entry);
  }
  return Json{{"schema", 1}, {"rules", std::move(rules)}}.dump(2) + '\n';
}

}  // namespace onrecord
