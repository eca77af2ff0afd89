#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "onrecord/report/report.h"

/// The single forms behind `written`, and what they share.
namespace onrecord {

/// As `written` says of each form.
std::string text_report(const Report& report, bool colored);
std::string json_report(const Report& report);
std::string github_report(const Report& report);
std::string junit_report(const Report& report);
std::string sarif_report(const Report& report);

/// The first and the past-the-end column of what a finding underlines, 1-based and in code points. Both are 0 where no
/// column or no line of text is known.
struct ColumnRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
ColumnRange code_point_columns(std::string_view source_line, std::uint32_t column, std::uint32_t width);

/// A finding's message with its hint behind it, in one text.
std::string message_with_hint(const Diagnostic& finding, std::string_view separator);

/// "file:line:column", as much of it as is known.
std::string place_text(std::string_view file, std::uint32_t line, std::uint32_t column);

}  // namespace onrecord
