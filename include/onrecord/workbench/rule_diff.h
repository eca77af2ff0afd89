#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/extract/extract.h"
#include "onrecord/input/documents.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/workbench/record_diff.h"

namespace onrecord {

/// The records of one document by both rule sets, as lines.
struct ComparedDocument {
  std::string_view doc;
  std::string_view text;  ///< empty: not known
  std::string_view before;
  std::string_view after;
  const std::vector<DiffSample>& differences;
};

struct RuleDiffOutcome {
  RecordDifferences found;
  std::uint64_t failed = 0;  ///< inputs that could not be read
};

/// What to do along the way.
struct RuleDiffWatcher {
  std::function<void(const Diagnostic&)> report;     ///< each input that fails
  std::function<void(const ComparedDocument&)> see;  ///< each document; may be empty
};

/// Runs both rule sets over each document of `input` and compares their records. Holds a small piece of the input at a time.
RuleDiffOutcome diff_rules(const RuleSet& before, const RuleSet& after, const InputOptions& input, const ExtractOptions& extract_options,
                           RecordDiffOptions options, const RuleDiffWatcher& watcher);

/// Compares two files of records, as `extract` writes them. Documents may stand in another order as long as no more than
/// `window` of them are apart; one whose counterpart is farther away counts as missing.
RuleDiffOutcome diff_record_files(const std::string& before, const std::string& after, RecordDiffOptions options, const RuleDiffWatcher& watcher,
                                  std::size_t window = 1000);

/// Old ids of rules and their ids now, by what `was` says in the new rules.
std::map<std::string, std::string> renamed_rules(const RuleSet& rules);

}  // namespace onrecord
