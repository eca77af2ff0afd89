#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "onrecord/report/report.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// What a test of a rule wanted and did not get, or got and did not want.
struct RuleTestFinding {
  enum class Kind { missing, noisy, wrong };
  Kind kind = Kind::missing;
  std::string want;  ///< `field = "text", …`; of `wrong` only the fields that differ; empty of `noisy`
  std::string got;   ///< likewise; empty of `missing`
  struct Field {
    std::string name, want, got;
  };
  std::vector<Field> fields = {};  ///< of `wrong`: each that differs
};

enum class RuleTestOutcome { passed, failed, skipped };

/// How one test came out.
struct RuleTestResult {
  const Rule* rule = nullptr;
  const RuleTest* test = nullptr;
  RuleTestOutcome outcome = RuleTestOutcome::passed;
  std::vector<RuleTestFinding> findings;
  std::vector<std::string> instead;  ///< of a failed test: what other rules made of the same type, `rule.id: field = "text"`
};

/// Runs one inline test of a rule through the whole pipeline. It compares the annotations that the rule made with those
/// expected; where an expected one has the key `type`, the records of that rule. Each expected one needs one of its own
/// with the same fields; `span` is the words of the whole annotation. A rule that is off, and a test that has `todo` and
/// fails, are skipped.
RuleTestResult run_rule_test(const RuleSet& rules, const Rule& rule, const RuleTest& test);

/// Whether `got` has the same fields as `want`; those not listed may be anything, unless the test is exact. An empty text
/// means: missing.
bool fits_test(const Settings& want, const Settings& got, bool exact);
/// Takes out of both what fits: each of `want`, in order, with the first of `got` that fits it and that none before it took.
void take_what_fits(std::vector<Settings>& want, std::vector<Settings>& got, bool exact);
/// What of `want` is otherwise in `got`.
RuleTestFinding test_difference(const Settings& want, const Settings& got, bool exact);
/// `field = "text", …`
std::string shown_fields(const Settings& fields);
/// Lines that tell a finding: *Missing*, *Noisy* or *Wrong*, with both values of each field that differs.
std::string shown_finding(const RuleTestFinding& finding);
/// "1 missing, 2 wrong"
std::string summary_of(const std::vector<RuleTestFinding>& findings);

/// A result for reports: what failed with its differences, the rules that fired instead, and how far the rule got.
TestResult as_test_result(const RuleSet& rules, const RuleTestResult& result);

/// Runs the tests of all rules whose id `selects`, in the order of the rules. The results refer to `rules`.
std::vector<RuleTestResult> run_rule_tests(const RuleSet& rules, const std::function<bool(const std::string&)>& selects);

}  // namespace onrecord
