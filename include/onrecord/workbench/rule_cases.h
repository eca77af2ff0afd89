#pragma once

#include <functional>
#include <string>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/report/report.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Longer tests over several rules, from files of their own: `[[case]]` with `text` and `expect`, a list of records. Each
/// expected record needs one of its own among those of the article; its key `rule` names the rule that must have made it.
/// With `complete = true` there must be no others.
struct RuleCase {
  std::string name;
  RuleTest test;  ///< `exact`: no other records
};

/// Reads files of cases. What is wrong with them is reported, with file and line: also fields that no record of `rules` has.
std::vector<RuleCase> read_rule_cases(const std::vector<RuleFile>& files, const RuleSetDefinition& rules, Diagnostics& diagnostics);

/// Runs those whose "case/NAME" `selects`.
std::vector<TestResult> run_rule_cases(const RuleSet& rules, const std::vector<RuleCase>& cases, const std::function<bool(const std::string&)>& selects);

}  // namespace onrecord
