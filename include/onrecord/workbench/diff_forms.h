#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/workbench/diff_judgement.h"
#include "onrecord/workbench/record_diff.h"

namespace onrecord {

/// All that the forms of a comparison show. Refers to what was found.
struct DiffSheet {
  const RecordDifferences& found;
  const DiffJudgement& judgement;
  std::string before;  ///< what the sides are called
  std::string after;
  std::vector<std::pair<std::string, std::string>> tests;  ///< rule and ready test entry of samples
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
