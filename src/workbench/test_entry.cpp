#include "onrecord/workbench/test_entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "onrecord/base/digest.h"
#include "onrecord/extract/extract.h"
#include "onrecord/workbench/found_fields.h"

namespace onrecord {
namespace {

/// Fields that follow from others, or that a reader would not miss.
constexpr std::array<std::string_view, 6> left_out = {"kind", "mention", "resolution", "class", "attribution", "co_speakers"};

std::string as_table(const Settings& fields) {
  std::string table;
  for (const auto& [name, value] : fields) {
    if (std::find(left_out.begin(), left_out.end(), name) != left_out.end() || (name == "negated" && value == "false")) continue;
    table += fmt::format("{}{} = {}", table.empty() ? "" : ", ", name, toml_string(value));
  }
  return "{ " + table + " }";
}

}  // namespace

std::string toml_string(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '\n') quoted += "\\n";
    else if (c == '\t') quoted += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) quoted += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    else quoted += c;
  }
  return quoted + '"';
}

std::optional<std::string> test_entry(const RuleSet& rules, std::string_view rule, const std::vector<std::string>& passages) {
  for (const std::string& passage : passages) {
    std::string expected;
    for (const Record& record : extract(rules, passage, sha256_hex(passage), {.terms = true}).records) {
      if (rule_of(record) == rule) expected += (expected.empty() ? "" : ", ") + as_table(fields_of(record));
    }
    if (!expected.empty()) return fmt::format("{{ text = {}, expect = [ {} ] }},", toml_string(passage), expected);
  }
  return std::nullopt;
}

}  // namespace onrecord
