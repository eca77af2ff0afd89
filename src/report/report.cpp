#include "onrecord/report/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "onrecord/report/forms.h"

namespace onrecord {
namespace {

std::uint32_t code_points(std::string_view text) {
  const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), begins_character));
}

}  // namespace

const std::vector<std::string>& report_format_names() {
  static const std::vector<std::string> names = {"text", "json", "github", "junit", "sarif"};
  return names;
}

std::string written(const Report& report, ReportFormat format, bool colored) {
  switch (format) {
    case ReportFormat::text: return text_report(report, colored);
    case ReportFormat::json: return json_report(report);
    case ReportFormat::github: return github_report(report);
    case ReportFormat::junit: return junit_report(report);
    case ReportFormat::sarif: return sarif_report(report);
  }
  return {};
}

ColumnRange code_point_columns(std::string_view source_line, std::uint32_t column, std::uint32_t width) {
  if (column == 0 || source_line.empty()) return {};
  const std::size_t begin = std::min<std::size_t>(column - 1, source_line.size());
  const std::uint32_t first = code_points(source_line.substr(0, begin)) + 1;
  return {first, first + std::max<std::uint32_t>(1, code_points(source_line.substr(begin, width)))};
}

std::string message_with_hint(const Diagnostic& finding, std::string_view separator) {
  return finding.hint.empty() ? finding.message : fmt::format("{}{}{}", finding.message, separator, finding.hint);
}

std::string place_text(std::string_view file, std::uint32_t line, std::uint32_t column) {
  std::string text(file);
  if (line > 0) text += fmt::format(":{}", line);
  if (line > 0 && column > 0) text += fmt::format(":{}", column);
  return text;
}

}  // namespace onrecord
