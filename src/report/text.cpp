#include <fmt/format.h>

#include "onrecord/report/forms.h"

namespace onrecord {
namespace {

std::string failed_test(const TestResult& test, bool colored) {
  return fmt::format("{} {} ({})\n{}", colored ? "\x1b[1;31mFAIL\x1b[0m" : "FAIL", test.suite, place_text(test.file, test.line, test.column), test.details);
}

}  // namespace

std::string text_report(const Report& report, bool colored) {
  std::string text;
  if (report.text_shows_findings)
    for (const Diagnostic& finding : report.findings) text += render(finding, colored);
  for (const TestResult& test : report.tests) {
    if (test.outcome == TestOutcome::failed) text += failed_test(test, colored);
  }
  text += report.text;
  if (!report.summary.empty()) text += report.summary + '\n';
  return text;
}

}  // namespace onrecord
