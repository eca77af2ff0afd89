#pragma once

#include <string>
#include <utility>
#include <vector>

#include "onrecord/app/diff_side.h"
#include "onrecord/app/report_options.h"
#include "onrecord/extract/matching/options.h"
#include "onrecord/input/documents.h"
#include "onrecord/workbench/diff_forms.h"
#include "onrecord/workbench/rule_diff.h"

namespace onrecord {

/// What `onrecord rules diff` was asked for.
struct DiffArguments {
  std::string before, after;
  std::string on;  ///< rules to which both sides are added; empty: none
  InputOptions input;
  ReportOptions report;
  RecordDiffOptions diff;
  ExtractOptions extract;
  DiffDemands demands;
  std::string accept;
  std::string full;
  std::vector<std::string> gold;  ///< files of marked-up articles
  bool records = false;
  bool as_test = false;
  bool update = false;
};

/// The side of the new rules.
DiffSide new_side(const DiffArguments& arguments);

/// What the command tells, in every form. What is too much are findings, with the line of the rule in `rules`, the new ones (null: nobody loaded
/// any).
Report report_of(const DiffArguments& arguments, const DiffSheet& sheet, const RuleSet* rules);

/// Test entries of the samples, each behind what it is: of what is there now by the new rules, of what is gone by the old ones.
std::vector<std::pair<std::string, std::string>> tests_of(const RecordDifferences& found, const RuleSet& before, const RuleSet& after);

/// Prints every record that the rule makes now, and those that it lost.
void print_all_of(const std::string& rule, const ComparedDocument& document);

}  // namespace onrecord
