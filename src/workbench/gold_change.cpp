#include "onrecord/workbench/gold_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "onrecord/extract/article_batches.h"
#include "onrecord/workbench/evaluate_articles.h"
#include "onrecord/workbench/read_gold.h"
#include "onrecord/workbench/rule_diff.h"

namespace onrecord {
namespace {

constexpr double rounding = 1e-9;  // what the subtraction of two figures may be off by

/// The measure that counts what is marked for records of a kind, as `JudgedRecord` names kinds.
Measure measure_of(std::string_view kind) {
  if (kind == "narrator") return Measure::claims_half;
  return kind == "faq" ? Measure::pair : Measure::statements_half;
}

/// Whether a figure of these counts tells anything.
bool is_measured(std::string_view figure, const Count& count) {
  if (figure == "p") return count.found > 0;
  return figure == "f1" ? count.found + count.marked > 0 : count.marked > 0;
}

bool moves(const RuleGoldChange& change) {
  const auto judged = [](const RuleFigures& f) { return std::tie(f.judged, f.right, f.speakers, f.speakers_right); };
  return judged(change.before) != judged(change.after);
}

/// Both sides evaluated. What was missed is not kept, so that memory does not grow with it.
class EvaluatedPair {
 public:
  EvaluatedPair(const RuleSet& before, const RuleSet& after) : before_rules_(before), after_rules_(after) {}

  void add(const std::vector<GoldArticle>& articles) {
    evaluate_articles(before_rules_, articles, before_);
    evaluate_articles(after_rules_, articles, after_);
    before_.misses.clear();
    after_.misses.clear();
  }

  GoldChange change() const { return gold_change(before_, after_, renamed_rules(after_rules_)); }

 private:
  const RuleSet& before_rules_;
  const RuleSet& after_rules_;
  Evaluation before_, after_;
};

}  // namespace

double RuleGoldChange::recall(const RuleFigures& figures) const { return marked == 0 ? 0 : static_cast<double>(figures.right) / static_cast<double>(marked); }

std::vector<FigureChange> figure_changes(const MeasureChange& change) {
  const auto before = figures_of(change.measure, change.before), after = figures_of(change.measure, change.after);
  const bool is_better_higher = description_of(change.measure).reading != Reading::share;
  std::vector<FigureChange> figures;
  for (std::size_t i = 0; i < before.size(); ++i) {
    FigureChange figure{before[i].first, {}, {}, is_better_higher};
    if (is_measured(figure.name, change.before)) figure.before = before[i].second;
    if (is_measured(figure.name, change.after)) figure.after = after[i].second;
    figures.push_back(figure);
  }
  return figures;
}

bool any_moves(const std::vector<FigureChange>& figures) {
  return std::any_of(figures.begin(), figures.end(), [](const FigureChange& figure) { return figure.moves(); });
}

GoldChange gold_change(const Evaluation& before, const Evaluation& after, const std::map<std::string, std::string>& renamed) {
  GoldChange change;
  change.articles = after.articles;
  for (std::size_t i = 0; i < measure_count; ++i) {
    const auto measure = static_cast<Measure>(i);
    MeasureChange row{measure, before.counts[measure], after.counts[measure]};
    if (!(row.before == Count{} && row.after == Count{})) change.measures.push_back(row);
  }
  std::map<std::pair<std::string, std::string>, RuleGoldChange> rules;  // by kind, then by id
  for (const auto& [key, figures] : figures_by_rule(before.judged)) {
    const auto now = renamed.find(key.first);
    rules[{key.second, now == renamed.end() ? key.first : now->second}].before = figures;
  }
  for (const auto& [key, figures] : figures_by_rule(after.judged)) rules[{key.second, key.first}].after = figures;
  for (auto& [key, rule] : rules) {
    rule.rule = key.second;
    rule.before.kind = rule.after.kind = key.first;
    rule.marked = after.counts[measure_of(key.first)].marked;
    if (moves(rule)) change.rules.push_back(std::move(rule));
  }
  return change;
}

GoldChange evaluate_change(const std::vector<std::string>& gold, const RuleSet& before, const RuleSet& after,
                           const std::function<void(const Diagnostic&)>& report) {
  EvaluatedPair pair(before, after);
  ArticleBatches<GoldArticle> batches([&pair](const std::vector<GoldArticle>& articles) { pair.add(articles); });
  const std::uint64_t failed = read_gold(
      gold, [&batches](const GoldArticle& article) { batches.add(article); }, report);
  batches.finish();
  GoldChange change = pair.change();
  change.failed = failed;
  return change;
}

std::vector<std::string> exceeded_losses(const GoldChange& change, const std::vector<LossBudget>& budgets) {
  std::vector<std::string> messages;
  for (const LossBudget& budget : budgets) {
    for (const MeasureChange& row : change.measures) {
      for (const FigureChange& figure : figure_changes(row)) {
        const std::string name = fmt::format("{}.{}", description_of(row.measure).name, figure.name);
        if ((!budget.figure.empty() && budget.figure != name) || figure.loss() <= budget.most + rounding) continue;
        messages.push_back(fmt::format("{} {} from {:.4f} to {:.4f}, by more than the {} of --max-loss", name, figure.change() < 0 ? "falls" : "rises",
                                       *figure.before, *figure.after, budget.most));
      }
    }
  }
  return messages;
}

}  // namespace onrecord
