#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/diagnostics.h"

/// Reports: what a command that judges (check, test, coverage, diff) has found, as one value, and the forms in which
/// people, CI servers and code hosts read it. A command fills a `Report`; `written` makes any of the forms of it.
namespace onrecord {

/// `skipped`: it was not run, or is known to fail.
enum class TestOutcome { passed, failed, skipped };

/// How one test came out.
struct TestResult {
  std::string suite;  ///< what is tested: a rule's id, "golden"
  std::string name;   ///< what tells it from the other tests of its suite: its sentence, its article
  TestOutcome outcome = TestOutcome::passed;
  std::string file;          ///< where the test stands
  std::uint32_t line = 0;    ///< 1-based; 0 where the whole file is meant
  std::uint32_t column = 0;  ///< 1-based, in bytes; 0 where the whole line is meant
  std::string message;       ///< of one that did not pass: what is wrong, or why it was skipped, in one line
  std::string details;       ///< of one that failed: lines for people, each with its '\n'; the format text shows them

  bool operator==(const TestResult&) const = default;
};

/// What a code of findings means, for forms that list the codes they use.
struct CodeDescription {
  std::string code;   ///< "E110"
  std::string title;  ///< a few words
  std::string text;   ///< the whole explanation
};

/// What a judging command has found.
struct Report {
  std::string command;                                        ///< "rules check"
  std::string version;                                        ///< of the program
  std::vector<Diagnostic> findings;                           ///< in the order to be read
  bool text_shows_findings = true;                            ///< of the format text; false: the command's own text tells them
  std::vector<TestResult> tests;                              ///< in the order they ran
  std::vector<std::string> files;                             ///< those looked at, so that forms can name those without a finding too
  std::vector<std::pair<std::string, std::uint64_t>> counts;  ///< figures of the command's own for JSON: {"rules", 81}
  std::string text;                                           ///< of the format text: lines between the findings and the summary
  std::string summary;                                        ///< the last line for people, without its end
  std::string details;                                        ///< of the format json: a finished JSON value that stands under "details"; may be empty
  std::vector<CodeDescription> codes;                         ///< of the codes that findings may have
};

/// The forms of a report; `written` tells of each.
enum class ReportFormat { text, json, github, junit, sarif };

/// "text", "json", "github", "junit", "sarif", in the order of the enumerators.
const std::vector<std::string>& report_format_names();

/// The report in a form. It ends in '\n', and is not empty, unless its text is. `colored` counts for text only.
///
/// text: each finding as `render` writes it, each failed test as "FAIL suite (file:line:column)" with its details, the
/// command's own text, the summary.
/// json: one object with the keys command, version, findings, tests, summary, details. Columns count bytes.
/// github: a workflow command a finding or failed test, errors first, as GitHub shows only the first ten of a kind; then
/// the summary. Columns count code points.
/// junit: a test suite a file. A finding is a failed test case; a file without one is a passed test case, so that the form
/// is never empty.
/// sarif: SARIF 2.1.0. Columns count code points.
std::string written(const Report& report, ReportFormat format, bool colored = false);

}  // namespace onrecord
