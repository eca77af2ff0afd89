#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/workbench/diff_judgement.h"
#include "onrecord/workbench/gold_change.h"
#include "onrecord/workbench/record_diff.h"

namespace onrecord {

/// All that the forms of a comparison show. Refers to what was found.
struct DiffSheet {
  const RecordDifferences& found;
  const DiffJudgement& judgement;
  std::string before;  ///< what the sides are called
  std::string after;
  std::vector<std::pair<std::string, std::string>> tests;  ///< rule and ready test entry of samples
  const GoldChange* gold = nullptr;                        ///< null: nobody asked for it
};

/// "238 documents: 582 records the same, 10 added, 0 removed, 0 changed, 0 now from another rule"
std::string diff_summary(const RecordDifferences& found);

/// For terminals: a table of the rules that differ, then the samples in context.
std::string diff_text(const DiffSheet& sheet, bool colored);
/// One line a difference, as `--full` prints it.
std::string diff_line(const DiffSample& sample);
/// For a comment on a pull request or a step summary: the same in Markdown of GitHub.
std::string diff_markdown(const DiffSheet& sheet);
/// A page that needs nothing else.
std::string diff_html(const DiffSheet& sheet);
/// One JSON value.
std::string diff_json(const DiffSheet& sheet);

/// A row of the tables that tell what marked-up articles say: a measure, or the records of one kind of a rule.
struct GoldRow {
  std::string title;                  ///< "all statements", "speaker: accuracy", "claim.forecast"
  std::string kind;                   ///< heads the rows that follow one another: "quotes", "narrator"
  std::vector<FigureChange> figures;  ///< of three columns precision, recall and F1; one: what is neither
};

/// The measures that move, in their order; then the rules that do, whose third column is the accuracy of their speakers.
std::vector<GoldRow> rows_of_measures(const GoldChange& change);
std::vector<GoldRow> rows_of_rules(const GoldChange& change);
/// "0.750", or, where it moves, "0.750 → 0.800".
std::string figure_cell(const FigureChange& figure);
/// "12 marked-up articles: 3 of 14 figures move"
std::string gold_summary(const GoldChange& change);

/// The sections of the forms.
std::string gold_text(const GoldChange& change, bool colored);
std::string gold_markdown(const GoldChange& change);
std::string gold_html(const GoldChange& change);

/// A stretch of a text that a comparison of words keeps, takes out or puts in.
struct WordChange {
  enum class Kind { kept, gone, added };
  Kind kind = Kind::kept;
  std::string text;

  bool operator==(const WordChange&) const = default;
};
/// How `before` becomes `after`, word by word, with as many words kept as can be. Put together without what is added the
/// stretches are `before`, without what is gone they are `after`, but for white space.
std::vector<WordChange> word_changes(const std::string& before, const std::string& after);

/// The same in the elements `<del>` and `<ins>`, with each text as `escaped` gives it.
std::string marked_changes(const FieldChange& change, std::string (*escaped)(std::string_view));

}  // namespace onrecord
