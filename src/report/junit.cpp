#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "onrecord/base/markup.h"
#include "onrecord/base/utf8.h"
#include "onrecord/report/forms.h"

namespace onrecord {
namespace {

struct Case {
  std::string classname;
  std::string name;
  std::string element;  // failure, skipped; empty: passed
  std::string type;
  std::string message;
  std::string text;
};

struct Suite {
  std::vector<Case> cases;

  std::size_t count(std::string_view element) const {
    return static_cast<std::size_t>(std::count_if(cases.begin(), cases.end(), [&](const Case& c) { return c.element == element; }));
  }
};

Case case_of(const Report& report, const Diagnostic& finding) {
  const std::string place = place_text("", finding.line, finding.column);
  std::string name = finding.code.empty() ? std::string(name_of(finding.severity)) : finding.code;
  if (!place.empty()) name += " at " + place.substr(1);
  return {finding.rule.empty() ? report.command : finding.rule,
          std::move(name),
          "failure",
          std::string(name_of(finding.severity)),
          finding.message,
          render(finding)};
}

Case case_of(const TestResult& test) {
  const char* element = test.outcome == TestOutcome::failed ? "failure" : test.outcome == TestOutcome::skipped ? "skipped" : "";
  return {test.suite,   test.name,
          element,      test.outcome == TestOutcome::failed ? "failed" : "",
          test.message, test.outcome == TestOutcome::failed ? fmt::format("{}\n{}", place_text(test.file, test.line, test.column), test.details) : ""};
}

/// The suites by the files they are about, in the files' order.
std::map<std::string, Suite> suites_of(const Report& report) {
  std::map<std::string, Suite> suites;
  for (const std::string& file : report.files) suites[file];
  for (const Diagnostic& finding : report.findings) suites[finding.file].cases.push_back(case_of(report, finding));
  for (const TestResult& test : report.tests) suites[test.file].cases.push_back(case_of(test));
  if (suites.empty()) suites[""];
  for (auto& [file, suite] : suites) {
    if (suite.cases.empty()) suite.cases.push_back({report.command, file.empty() ? report.command : file, "", "", "", ""});
  }
  return suites;
}

std::string case_xml(const Case& test) {
  std::string xml = fmt::format("    <testcase classname=\"{}\" name=\"{}\"", escaped_for_markup(test.classname), escaped_for_markup(test.name));
  if (test.element.empty()) return xml + "/>\n";
  xml += fmt::format(">\n      <{} ", test.element);
  if (!test.type.empty()) xml += fmt::format("type=\"{}\" ", escaped_for_markup(test.type));
  xml += fmt::format("message=\"{}\"", escaped_for_markup(test.message));
  xml += test.text.empty() ? "/>\n" : fmt::format(">{}</{}>\n", escaped_for_markup(test.text), test.element);
  return xml + "    </testcase>\n";
}

}  // namespace

std::string junit_report(const Report& report) {
  std::string body;
  std::size_t tests = 0, failures = 0;
  for (const auto& [file, suite] : suites_of(report)) {
    tests += suite.cases.size();
    failures += suite.count("failure");
    const std::string file_attribute = file.empty() ? "" : fmt::format(" file=\"{}\"", escaped_for_markup(file));
    body += fmt::format("  <testsuite name=\"{}\"{} tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n",
                        escaped_for_markup(file.empty() ? report.command : file), file_attribute, suite.cases.size(), suite.count("failure"),
                        suite.count("skipped"));
    for (const Case& test : suite.cases) body += case_xml(test);
    body += "  </testsuite>\n";
  }
  std::string xml =
      fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"onrecord {}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n",
                  escaped_for_markup(report.command), tests, failures, body);
  repair_utf8(xml);  // lines of rule files are quoted as they are
  return xml;
}

}  // namespace onrecord
