#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "onrecord/base/ascii.h"
#include "onrecord/report/forms.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::string_view failed_test_code = "test-failed";
constexpr std::string_view unreadable_code = "input";

bool is_unreserved(char c) { return is_ascii_letter_or_digit(c) || std::string_view("-._~/").find(c) != std::string_view::npos; }

/// A path as a relative or absolute URI reference.
std::string uri_of(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (is_unreserved(c)) uri += c;
    else uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json text(std::string_view value) { return {{"text", value}}; }

const char* level_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

/// A place in a file. Without a line the whole file is meant.
Json location(std::string_view file, std::uint32_t line, ColumnRange columns, std::string_view source_line) {
  Json place = {{"artifactLocation", {{"uri", uri_of(file)}}}};
  if (line > 0) {
    Json region = {{"startLine", line}};
    if (columns.begin > 0) {
      region["startColumn"] = columns.begin;
      region["endColumn"] = columns.end;
    }
    if (!source_line.empty()) region["snippet"] = text(source_line);
    place["region"] = std::move(region);
  }
  return {{"physicalLocation", std::move(place)}};
}

/// The codes of a run, each described once; results refer to them by their places.
class Codes {
 public:
  explicit Codes(const Report& report) : known_(report.codes) {}

  std::size_t index_of(std::string_view code) {
    const auto found = std::find(used_.begin(), used_.end(), code);
    if (found != used_.end()) return static_cast<std::size_t>(found - used_.begin());
    used_.emplace_back(code);
    rules_.push_back(described(code));
    return used_.size() - 1;
  }

  Json rules() const { return rules_; }

 private:
  Json described(std::string_view code) const {
    const auto known = std::find_if(known_.begin(), known_.end(), [&](const CodeDescription& d) { return d.code == code; });
    Json rule = {{"id", code}};
    if (known == known_.end()) return rule;
    rule["shortDescription"] = text(known->title);
    if (!known->text.empty()) rule["fullDescription"] = text(known->text);
    return rule;
  }

  const std::vector<CodeDescription>& known_;
  std::vector<std::string> used_;
  Json rules_ = Json::array();
};

Json result(std::string_view code, Severity severity, std::string_view message, Codes& codes) {
  return {{"ruleId", code}, {"ruleIndex", codes.index_of(code)}, {"level", level_of(severity)}, {"message", text(message)}};
}

/// What has no code is a file that cannot be read, or what the command judges: of a rule, or of all: "rules-diff".
std::string code_of(const Diagnostic& finding, std::string command) {
  if (!finding.code.empty()) return finding.code;
  if (finding.rule.empty() && !finding.file.empty()) return std::string(unreadable_code);
  std::replace(command.begin(), command.end(), ' ', '-');
  return command;
}

Json result_of(const Diagnostic& finding, const std::string& command, Codes& codes) {
  Json object = result(code_of(finding, command), finding.severity, message_with_hint(finding, "; "), codes);
  if (!finding.file.empty()) {
    Json place = location(finding.file, finding.line, code_point_columns(finding.source_line, finding.column, finding.width), finding.source_line);
    if (!finding.rule.empty()) place["logicalLocations"] = Json::array({{{"fullyQualifiedName", finding.rule}}});
    object["locations"] = Json::array({std::move(place)});
  }
  for (const Note& note : finding.notes) {
    Json place = location(note.file, note.line, code_point_columns(note.source_line, note.column, note.width), note.source_line);
    place["message"] = text(note.message);
    object["relatedLocations"].push_back(std::move(place));
  }
  return object;
}

Json result_of(const TestResult& test, Codes& codes) {
  Json object = result(failed_test_code, Severity::error, fmt::format("{}: {}", test.suite, test.message), codes);
  if (test.file.empty()) return object;
  Json place = location(test.file, test.line, {}, {});
  place["logicalLocations"] = Json::array({{{"fullyQualifiedName", test.suite}}});
  object["locations"] = Json::array({std::move(place)});
  return object;
}

}  // namespace

std::string sarif_report(const Report& report) {
  Codes codes(report);
  Json results = Json::array();
  for (const Diagnostic& finding : report.findings) results.push_back(result_of(finding, report.command, codes));
  for (const TestResult& test : report.tests) {
    if (test.outcome == TestOutcome::failed) results.push_back(result_of(test, codes));
  }
  Json driver = {{"name", "onrecord"}, {"version", report.version}, {"rules", codes.rules()}};
  Json run = {{"tool", {{"driver", std::move(driver)}}},
              {"automationDetails", {{"id", "onrecord " + report.command}}},
              {"columnKind", "unicodeCodePoints"},
              {"results", std::move(results)}};
  const Json log = {{"$schema", schema}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace onrecord
