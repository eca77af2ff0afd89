#include <nlohmann/json.hpp>

#include "onrecord/report/forms.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

void put_text(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

void put_count(Json& object, const char* key, std::uint32_t count) {
  if (count > 0) object[key] = count;
}

void put_place(Json& object, const std::string& file, std::uint32_t line, std::uint32_t column) {
  put_text(object, "file", file);
  put_count(object, "line", line);
  put_count(object, "column", column);
}

Json note_json(const Note& note) {
  Json object = {{"message", note.message}};
  put_place(object, note.file, note.line, note.column);
  if (note.column > 0) object["end_column"] = note.column + note.width;
  put_text(object, "source", note.source_line);
  return object;
}

Json finding_json(const Diagnostic& finding) {
  Json object = {{"severity", name_of(finding.severity)}};
  put_text(object, "code", finding.code);
  object["message"] = finding.message;
  put_text(object, "hint", finding.hint);
  put_text(object, "rule", finding.rule);
  put_place(object, finding.file, finding.line, finding.column);
  if (finding.column > 0) object["end_column"] = finding.column + finding.width;
  put_text(object, "source", finding.source_line);
  for (const Note& note : finding.notes) object["notes"].push_back(note_json(note));
  return object;
}

const char* outcome_name(TestOutcome outcome) {
  switch (outcome) {
    case TestOutcome::passed: return "passed";
    case TestOutcome::failed: return "failed";
    case TestOutcome::skipped: break;
  }
  return "skipped";
}

Json test_json(const TestResult& test) {
  Json object = {{"suite", test.suite}, {"name", test.name}, {"outcome", outcome_name(test.outcome)}};
  put_place(object, test.file, test.line, test.column);
  put_text(object, "message", test.message);
  put_text(object, "details", test.details);
  return object;
}

Json summary_json(const Report& report) {
  std::size_t errors = 0, warnings = 0;
  for (const Diagnostic& finding : report.findings) {
    errors += finding.severity == Severity::error ? 1 : 0;
    warnings += finding.severity == Severity::warning ? 1 : 0;
  }
  Json object = {{"errors", errors}, {"warnings", warnings}};
  if (!report.tests.empty()) {
    for (const TestOutcome outcome : {TestOutcome::passed, TestOutcome::failed, TestOutcome::skipped}) object[outcome_name(outcome)] = 0;
    for (const TestResult& test : report.tests) {
      Json& count = object[outcome_name(test.outcome)];
      count = count.get<std::size_t>() + 1;
    }
  }
  for (const auto& [name, count] : report.counts) object[name] = count;
  return object;
}

}  // namespace

std::string json_report(const Report& report) {
  Json object = {{"command", report.command}, {"version", report.version}, {"findings", Json::array()}};
  for (const Diagnostic& finding : report.findings) object["findings"].push_back(finding_json(finding));
  if (!report.tests.empty()) object["tests"] = Json::array();
  for (const TestResult& test : report.tests) object["tests"].push_back(test_json(test));
  object["summary"] = summary_json(report);
  if (!report.details.empty()) object["details"] = Json::parse(report.details);
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace onrecord
