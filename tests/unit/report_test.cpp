#include "onrecord/report/report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace onrecord {
namespace {

using Json = nlohmann::json;

Diagnostic finding(Severity severity, std::string code, std::uint32_t line, std::uint32_t column) {
  Diagnostic result;
  result.severity = severity;
  result.code = std::move(code);
  result.file = "rules/größe, 2.toml";
  result.line = line;
  result.column = column;
  result.width = 4;
  result.message = "100% wrong:\n<this>";
  result.source_line = "é = 'ab'";
  return result;
}

Report example() {
  Report report;
  report.command = "rules check";
  report.version = "1.0";
  report.findings = {finding(Severity::warning, "W202", 1, 3), finding(Severity::error, "E110", 7, 6)};
  report.findings[1].hint = "right it";
  report.findings[1].rule = "quote.said";
  report.findings[1].notes = {{"a.toml", 2, 1, 1, "expanded from here", "x"}};
  report.tests = {{"quote.said", "He left.", TestOutcome::passed, "a.toml", 4, 3, "", ""},
                  {"quote.said", "He \"said\" it.", TestOutcome::failed, "a.toml", 5, 3, "Missing: want a", "  Missing: want a\n"},
                  {"quote.said", "She did.", TestOutcome::skipped, "a.toml", 6, 3, "not yet", ""}};
  report.files = {"a.toml", "b.toml"};
  report.counts = {{"rules", 3}};
  report.text = "a table\n";
  report.summary = "3 rules";
  report.details = R"({"more": [1]})";
  report.codes = {{"E110", "bad pattern", "RE2 does not take it."}};
  return report;
}

TEST(Report, TextShowsFindingsThenFailedTestsThenTheRest) {
  EXPECT_EQ(written(example(), ReportFormat::text),
            "rules/größe, 2.toml:1:3: warning[W202]: 100% wrong:\n<this>\n"
            "  é = 'ab'\n"
            "   ^~~~\n"
            "rules/größe, 2.toml:7:6: error[E110]: 100% wrong:\n<this>\n"
            "  é = 'ab'\n"
            "      ^~~~\n"
            "  right it\n"
            "a.toml:2:1: note: expanded from here\n"
            "  x\n"
            "  ^\n"
            "FAIL quote.said (a.toml:5:3)\n"
            "  Missing: want a\n"
            "a table\n"
            "3 rules\n");
  EXPECT_NE(written(example(), ReportFormat::text, true).find("\x1b[1;31merror[E110]\x1b[0m"), std::string::npos);
}

TEST(Report, GithubReadsErrorsFirstAndEscaped) {
  EXPECT_EQ(written(example(), ReportFormat::github),
            "::error file=rules/größe%2C 2.toml,line=7,col=5,endColumn=9,title=E110 quote.said::100%25 wrong:%0A<this>%0Aright it%0A"
            "a.toml:2:1: expanded from here\n"
            "::error file=a.toml,line=5,title=quote.said%3A test failed::  Missing: want a\n"
            "::warning file=rules/größe%2C 2.toml,line=1,col=2,endColumn=6,title=W202::100%25 wrong:%0A<this>\n"
            "3 rules\n");
}

TEST(Report, JsonHoldsEverything) {
  const Json json = Json::parse(written(example(), ReportFormat::json));
  EXPECT_EQ(json["summary"], Json::parse(R"({"errors":1,"warnings":1,"passed":1,"failed":1,"skipped":1,"rules":3})"));
  EXPECT_EQ(json["findings"][1], Json::parse(R"({"severity":"error","code":"E110","message":"100% wrong:\n<this>","hint":"right it","rule":"quote.said",
                            "file":"rules/größe, 2.toml","line":7,"column":6,"end_column":10,"source":"é = 'ab'",
                            "notes":[{"message":"expanded from here","file":"a.toml","line":2,"column":1,"end_column":2,"source":"x"}]})"));
  EXPECT_EQ(json["tests"][1]["outcome"], "failed");
  EXPECT_EQ(json["details"], Json::parse(R"({"more":[1]})"));
}

TEST(Report, JunitHasASuiteForEachFile) {
  EXPECT_EQ(written(example(), ReportFormat::junit),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="onrecord rules check" tests="6" failures="3" errors="0">
  <testsuite name="a.toml" file="a.toml" tests="3" failures="1" errors="0" skipped="1">
    <testcase classname="quote.said" name="He left."/>
    <testcase classname="quote.said" name="He &quot;said&quot; it.">
      <failure type="failed" message="Missing: want a">a.toml:5:3&#10;  Missing: want a&#10;</failure>
    </testcase>
    <testcase classname="quote.said" name="She did.">
      <skipped message="not yet"/>
    </testcase>
  </testsuite>
  <testsuite name="b.toml" file="b.toml" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="rules check" name="b.toml"/>
  </testsuite>
  <testsuite name="rules/größe, 2.toml" file="rules/größe, 2.toml" tests="2" failures="2" errors="0" skipped="0">
    <testcase classname="rules check" name="W202 at 1:3">
      <failure type="warning" message="100% wrong:&#10;&lt;this&gt;">rules/größe, 2.toml:1:3: warning[W202]: 100% wrong:&#10;&lt;this&gt;&#10;  é = 'ab'&#10;   ^~~~&#10;</failure>
    </testcase>
    <testcase classname="quote.said" name="E110 at 7:6">
      <failure type="error" message="100% wrong:&#10;&lt;this&gt;">rules/größe, 2.toml:7:6: error[E110]: 100% wrong:&#10;&lt;this&gt;&#10;  é = 'ab'&#10;      ^~~~&#10;  right it&#10;a.toml:2:1: note: expanded from here&#10;  x&#10;  ^&#10;</failure>
    </testcase>
  </testsuite>
</testsuites>
)");
}

TEST(Report, JunitIsNeverEmptyAndHoldsNoControlCharacters) {
  Report report;
  report.command = "rules test";
  EXPECT_NE(written(report, ReportFormat::junit).find(R"(tests="1" failures="0")"), std::string::npos);
  report.tests = {{"a", "x\x01y", TestOutcome::passed, "", 0, 0, "", ""}};
  EXPECT_NE(written(report, ReportFormat::junit).find("name=\"x\uFFFDy\""), std::string::npos);
}

TEST(Report, SarifPointsWithCodePoints) {
  const Json run = Json::parse(written(example(), ReportFormat::sarif))["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["rules"][1],
            Json::parse(R"({"id":"E110","shortDescription":{"text":"bad pattern"},"fullDescription":{"text":"RE2 does not take it."}})"));
  ASSERT_EQ(run["results"].size(), 3u);
  const Json& result = run["results"][1];
  EXPECT_EQ(result["ruleIndex"], 1);
  const Json& place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "rules/gr%C3%B6%C3%9Fe%2C%202.toml");
  EXPECT_EQ(place["region"]["startColumn"], 5);
  EXPECT_EQ(place["region"]["endColumn"], 9);
  EXPECT_EQ(result["relatedLocations"][0]["message"]["text"], "expanded from here");
  EXPECT_EQ(run["results"][2]["ruleId"], "test-failed");
}

TEST(Report, SarifCallsWhatHasNoCodeByItsCommand) {
  Report report;
  report.command = "rules diff";
  report.findings.resize(3);
  report.findings[0].rule = "quote.said";
  report.findings[0].file = "a.toml";
  report.findings[1].message = "too many";
  report.findings[2].file = "gone.toml";
  const Json results = Json::parse(written(report, ReportFormat::sarif))["runs"][0]["results"];
  EXPECT_EQ(results[0]["ruleId"], "rules-diff");
  EXPECT_EQ(results[1]["ruleId"], "rules-diff");
  EXPECT_EQ(results[2]["ruleId"], "input");
}

}  // namespace
}  // namespace onrecord
