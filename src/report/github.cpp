#include <fmt/format.h>

#include <algorithm>

#include "onrecord/report/forms.h"

namespace onrecord {
namespace {

/// GitHub reads `%25`, `%0D` and `%0A` in a command's message, and `%3A` and `%2C` in its properties too
/// (actions/toolkit, packages/core/src/command.ts).
std::string escaped(std::string_view text, bool in_property) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      case ':': out += in_property ? "%3A" : ":"; break;
      case ',': out += in_property ? "%2C" : ","; break;
      default: out += c;
    }
  }
  return out;
}

struct Annotation {
  Severity severity = Severity::error;
  std::string file;
  std::uint32_t line = 0;
  ColumnRange columns;
  std::string title;
  std::string message;
};

std::string command(const Annotation& annotation) {
  std::string properties;
  const auto add = [&](std::string_view key, std::string_view value) {
    properties += fmt::format("{}{}={}", properties.empty() ? " " : ",", key, escaped(value, true));
  };
  if (!annotation.file.empty()) add("file", annotation.file);
  if (annotation.line > 0) add("line", std::to_string(annotation.line));
  if (annotation.columns.begin > 0) {
    add("col", std::to_string(annotation.columns.begin));
    add("endColumn", std::to_string(annotation.columns.end));
  }
  if (!annotation.title.empty()) add("title", annotation.title);
  const std::string_view kind = annotation.severity == Severity::note ? "notice" : name_of(annotation.severity);
  return fmt::format("::{}{}::{}\n", kind, properties, escaped(annotation.message, false));
}

Annotation annotation_of(const Diagnostic& finding) {
  std::string message = message_with_hint(finding, "\n");
  for (const Note& note : finding.notes) { message += fmt::format("\n{}: {}", place_text(note.file, note.line, note.column), note.message); }
  std::string title = finding.code;
  if (!finding.rule.empty()) title += (title.empty() ? "" : " ") + finding.rule;
  return {finding.severity, finding.file,      finding.line, code_point_columns(finding.source_line, finding.column, finding.width),
          std::move(title), std::move(message)};
}

Annotation annotation_of(const TestResult& test) {
  std::string details = test.details.empty() ? test.message : test.details;
  while (details.ends_with('\n')) details.pop_back();
  return {Severity::error, test.file, test.line, {}, test.suite + ": test failed", std::move(details)};
}

}  // namespace

std::string github_report(const Report& report) {
  std::vector<Annotation> annotations;
  for (const Diagnostic& finding : report.findings) annotations.push_back(annotation_of(finding));
  for (const TestResult& test : report.tests) {
    if (test.outcome == TestOutcome::failed) annotations.push_back(annotation_of(test));
  }
  std::stable_sort(annotations.begin(), annotations.end(), [](const Annotation& a, const Annotation& b) { return a.severity > b.severity; });
  std::string text;
  for (const Annotation& annotation : annotations) text += command(annotation);
  if (!report.summary.empty()) text += report.summary + '\n';
  return text;
}

}  // namespace onrecord
