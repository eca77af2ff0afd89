#include "onrecord/workbench/gold_change.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

JudgedRecord record(const char* rule, const char* kind, Verdict content, Verdict speaker = Verdict::unjudged) {
  JudgedRecord record;
  record.rule = rule;
  record.kind = kind;
  record.content = content;
  record.speaker = speaker;
  return record;
}

Evaluation evaluation(Count statements, Count furniture, std::vector<JudgedRecord> judged) {
  Evaluation evaluation;
  evaluation.articles = 2;
  evaluation.counts[Measure::statements_half] = statements;
  evaluation.counts[Measure::boilerplate_quote] = furniture;
  evaluation.judged = std::move(judged);
  return evaluation;
}

const Evaluation& before() {
  static const Evaluation some = evaluation({6, 8, 10}, {1, 0, 4},
                                            {record("a.old", "quote", Verdict::right, Verdict::right), record("a.old", "quote", Verdict::wrong),
                                             record("b", "claim", Verdict::right), record("c", "claim", Verdict::wrong)});
  return some;
}

const Evaluation& after() {
  static const Evaluation some = evaluation({7, 7, 10}, {2, 0, 4},
                                            {record("a.new", "quote", Verdict::right, Verdict::wrong), record("b", "claim", Verdict::right),
                                             record("b", "claim", Verdict::unjudged), record("d", "claim", Verdict::right)});
  return some;
}

TEST(GoldChange, TellsMeasuresThatAreMarkedOrFound) {
  const GoldChange change = gold_change(before(), after(), {});
  ASSERT_EQ(change.measures.size(), 2U);
  EXPECT_EQ(change.articles, 2U);
  const std::vector<FigureChange> figures = figure_changes(change.measures[0]);
  ASSERT_EQ(figures.size(), 3U);
  EXPECT_EQ(figures[0].name, "p");
  EXPECT_DOUBLE_EQ(figures[0].change(), 0.25);
  EXPECT_DOUBLE_EQ(figures[0].loss(), -0.25);
  EXPECT_DOUBLE_EQ(figures[1].change(), 0.7 - 0.6);
  const FigureChange furniture = figure_changes(change.measures[1])[0];
  EXPECT_EQ(furniture.name, "share");
  EXPECT_DOUBLE_EQ(furniture.loss(), 0.25);
}

TEST(GoldChange, TellsRulesWhoseJudgedRecordsAreOthers) {
  const GoldChange change = gold_change(before(), after(), {{"a.old", "a.new"}});
  ASSERT_EQ(change.rules.size(), 3U);  // not b, of which only an unjudged record is new
  EXPECT_EQ(change.rules[0].rule, "c");
  EXPECT_EQ(change.rules[1].rule, "d");
  const RuleGoldChange& renamed = change.rules[2];
  EXPECT_EQ(renamed.rule, "a.new");
  EXPECT_EQ(renamed.after.kind, "quote");
  EXPECT_DOUBLE_EQ(renamed.before.precision(), 0.5);
  EXPECT_DOUBLE_EQ(renamed.after.precision(), 1);
  EXPECT_DOUBLE_EQ(renamed.recall(renamed.after), 0.1);
  EXPECT_EQ(renamed.before.speakers_right, 1U);
  EXPECT_EQ(renamed.after.speakers_right, 0U);
}

TEST(GoldChange, SameEvaluationsMoveNothing) {
  const GoldChange change = gold_change(before(), before(), {});
  EXPECT_TRUE(change.rules.empty());
  for (const MeasureChange& measure : change.measures) EXPECT_FALSE(any_moves(figure_changes(measure)));
  EXPECT_TRUE(exceeded_losses(change, {{"", 0}}).empty());
}

TEST(GoldChange, LossesAreHeldAgainstBudgets) {
  const GoldChange better = gold_change(before(), after(), {}), worse = gold_change(after(), before(), {});
  struct Row {
    const GoldChange& change;
    std::vector<LossBudget> budgets;
    std::size_t messages;
  };
  const Row rows[] = {
      {worse, {{"", 0}}, 3},     // p, r and F1 fall
      {worse, {{"", 0.15}}, 2},  // p and F1
      {worse, {{"statements_half.r", 0}}, 1},
      {worse, {{"statements_half.r", 0.1}}, 0},  // exactly what is allowed
      {worse, {{"statements_half.r", 0.2}, {"statements_half.p", 0.2}}, 1},
      {better, {{"statements_half.p", 0}, {"statements_half.r", 0}}, 0},
      {better, {{"", 0}}, 1},  // more furniture is worse
      {worse, {}, 0},
  };
  for (const Row& row : rows) EXPECT_EQ(exceeded_losses(row.change, row.budgets).size(), row.messages) << (row.budgets.empty() ? "" : row.budgets[0].figure);
  EXPECT_EQ(exceeded_losses(worse, {{"statements_half.r", 0}})[0], "statements_half.r falls from 0.7000 to 0.6000, by more than the 0 of --max-loss");
  EXPECT_EQ(exceeded_losses(better, {{"", 0}})[0], "boilerplate_quote.share rises from 0.2500 to 0.5000, by more than the 0 of --max-loss");
}

TEST(GoldChange, WhereNothingIsMeasuredNothingIsLost) {
  const FigureChange gone{"precision", 0.5, std::nullopt};
  EXPECT_TRUE(gone.moves());
  EXPECT_EQ(gone.loss(), 0);
}

}  // namespace
}  // namespace onrecord
