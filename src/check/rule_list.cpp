#include "onrecord/check/rule_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

namespace onrecord {
namespace {

constexpr std::size_t columns = 7;
using Row = std::array<std::string, columns>;

const char* state_of(const RuleDefinition& rule) {
  if (rule.off) return "off";
  return rule.deprecated.empty() ? "on" : "deprecated";
}

std::size_t tests_of(const RuleDefinition& rule, bool fires) {
  return static_cast<std::size_t>(std::count_if(rule.tests.begin(), rule.tests.end(), [&](const RuleTest& test) { return test.expect.empty() != fires; }));
}

std::vector<const RuleDefinition*> chosen(const RuleSet& rules, const std::string& kind) {
  std::vector<const RuleDefinition*> result;
  for (const Rule& rule : rules.rules()) {
    if (kind.empty() || rule.definition().emits == kind) result.push_back(&rule.definition());
  }
  return result;
}

Row row_of(const RuleDefinition& rule) {
  return {rule.id,
          rule.emits,
          rule.layer,
          state_of(rule),
          fmt::format("{}+{}", tests_of(rule, true), tests_of(rule, false)),
          rule.since.empty() ? "-" : rule.since,
          fmt::format("{}:{}", rule.at.file, rule.at.line)};
}

}  // namespace

std::string rule_table(const RuleSet& rules, const std::string& kind) {
  std::vector<Row> rows;
  for (const RuleDefinition* rule : chosen(rules, kind)) rows.push_back(row_of(*rule));
  std::array<std::size_t, columns> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i + 1 < columns; ++i) text += fmt::format("{:<{}}  ", row[i], widths[i]);
    text += row.back() + '\n';
  }
  return text;
}

std::string rule_table_json(const RuleSet& rules, const std::string& kind) {
  std::string text;
  for (const RuleDefinition* rule : chosen(rules, kind)) {
    nlohmann::ordered_json object = {{"id", rule->id},
                                     {"kind", rule->emits},
                                     {"layer", rule->layer},
                                     {"state", state_of(*rule)},
                                     {"tests", {{"fire", tests_of(*rule, true)}, {"silent", tests_of(*rule, false)}}}};
    if (!rule->since.empty()) object["since"] = rule->since;
    if (!rule->doc.empty()) object["doc"] = rule->doc;
    object["file"] = rule->at.file;
    object["line"] = rule->at.line;
    text += (text.empty() ? "[" : ",\n ") + object.dump();
  }
  return text.empty() ? "[]\n" : text + "]\n";
}

}  // namespace onrecord
