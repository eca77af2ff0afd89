#include <fmt/format.h>

#include <algorithm>

#include "onrecord/rules/rule_reader.h"
#include "onrecord/rules/rule_schema.h"

namespace onrecord {
namespace {

Settings read_settings(const TomlValue& rule, RuleReporter& reporter) {
  Settings settings;
  for (const TomlEntry& entry : entries_at(rule, "set")) {
    if (check_shape(entry.key, entry.value, Shape::text, reporter)) settings.emplace_back(entry.key, entry.value.text.text);
  }
  std::sort(settings.begin(), settings.end());
  return settings;
}

std::vector<FilterDefinition> read_filters(const TomlValue& rule, std::string_view key, RuleReporter& reporter) {
  constexpr std::string_view lexicon = "lexicon:";
  std::vector<FilterDefinition> filters;
  for (const TomlEntry& entry : entries_at(rule, key)) {
    if (!check_shape(entry.key, entry.value, Shape::text, reporter)) continue;
    FilterDefinition filter{entry.key, {}, {}, entry.at};
    if (entry.value.text.text.starts_with(lexicon)) filter.lexicon = entry.value.text.text.substr(lexicon.size());
    else filter.pattern = entry.value.text;
    filters.push_back(std::move(filter));
  }
  return filters;
}

/// A limit is a positive number that fits; anything else is reported and means no limit.
std::uint32_t read_amount(std::string_view key, const TomlValue& value, RuleReporter& reporter) {
  constexpr std::int64_t most = 1'000'000'000;
  if (value.integer >= 1 && value.integer <= most) return static_cast<std::uint32_t>(value.integer);
  reporter.error(rule_error::bad_value, value.at, value.width, fmt::format("'{}' must be at least 1", key));
  return 0;
}

LimitDefinition read_limit(const TomlEntry& entry, RuleReporter& reporter) {
  LimitDefinition limit{entry.key, 0, 0};
  if (entry.value.kind == TomlKind::integer) {
    limit.characters = read_amount(entry.key, entry.value, reporter);
  } else if (entry.value.kind == TomlKind::table) {
    check_table(entry.value, rule_schema::limit, reporter);
    for (const TomlEntry& part : entry.value.entries) {
      if (part.value.kind != TomlKind::integer) continue;
      if (part.key == "characters") limit.characters = read_amount(part.key, part.value, reporter);
      if (part.key == "words") limit.words = read_amount(part.key, part.value, reporter);
    }
  } else {
    reporter.error(rule_error::wrong_type, entry.value.at, entry.value.width,
                   fmt::format("'{}' must be a number of characters or {{ words = N }}, not {}", entry.key, kind_name(entry.value.kind)));
  }
  return limit;
}

std::vector<LimitDefinition> read_limits(const TomlValue& rule, RuleReporter& reporter) {
  std::vector<LimitDefinition> limits;
  for (const TomlEntry& entry : entries_at(rule, "limit")) limits.push_back(read_limit(entry, reporter));
  return limits;
}

std::vector<std::pair<std::string, std::vector<std::string>>> read_until(const TomlValue& rule, RuleReporter& reporter) {
  std::vector<std::pair<std::string, std::vector<std::string>>> until;
  for (const TomlEntry& entry : entries_at(rule, "until")) {
    if (!check_shape(entry.key, entry.value, Shape::texts, reporter)) continue;
    std::vector<std::string> cuts;
    for (PatternText& cut : texts_of(entry.value)) cuts.push_back(std::move(cut.text));
    until.emplace_back(entry.key, std::move(cuts));
  }
  return until;
}

double read_confidence(const TomlValue& rule, RuleReporter& reporter) {
  const TomlValue* value = rule.find("confidence");
  if (value == nullptr || (value->kind != TomlKind::integer && value->kind != TomlKind::number)) return 1.0;
  if (value->number >= 0 && value->number <= 1) return value->number;
  reporter.error(rule_error::bad_value, value->at, value->width, "'confidence' must be from 0 to 1");
  return 1.0;
}

int read_priority(const TomlValue& rule, RuleReporter& reporter) {
  constexpr std::int64_t most = 1'000'000;
  const TomlValue* value = rule.find("priority");
  if (value == nullptr) return 0;
  if (value->integer >= -most && value->integer <= most) return static_cast<int>(value->integer);
  reporter.error(rule_error::bad_value, value->at, value->width, fmt::format("'priority' must be from -{0} to {0}", most));
  return 0;
}

/// What a rule looks for: `match`, `any` or `words`, exactly one of them.
void read_patterns(const TomlValue& table, RuleDefinition& rule, RuleReporter& reporter) {
  int given = 0;
  for (const std::string_view key : {"match", "any", "words"}) given += table.find(key) != nullptr;
  const TomlValue* any = table.find("any");
  if (given != 1 || (any != nullptr && any->kind == TomlKind::array && any->items.empty())) {
    reporter.error(rule_error::match_or_words, table.at, table.width,
                   given > 1 ? "only one of 'match', 'any' and 'words' can stand in a rule" : "a rule without a pattern: it needs 'match', 'any' or 'words'");
  }
  rule.words = text_at(table, "words");
  if (any != nullptr) rule.patterns = texts_of(*any);
  if (PatternText match = pattern_at(table, "match"); match.at.line > 0) rule.patterns.push_back(std::move(match));
}

void read_context(const TomlValue& table, RuleDefinition& rule, RuleReporter& reporter) {
  rule.not_left = pattern_at(table, "not_left");
  rule.not_right = pattern_at(table, "not_right");
  rule.after = texts_at(table, "after");
  rule.before = texts_at(table, "before");
  rule.inside = texts_at(table, "inside");
  rule.outside = texts_at(table, "outside");
  rule.yields = texts_at(table, "yields");
  for (const TomlEntry& entry : entries_at(table, "amid")) {
    if (entry.value.kind == TomlKind::integer) {
      rule.amid.emplace_back(entry.key, read_amount(entry.key, entry.value, reporter));
    } else {
      reporter.error(rule_error::wrong_type, entry.value.at, entry.value.width,
                     fmt::format("'{}' must be a number, how many of them the document must hold, not {}", entry.key, kind_name(entry.value.kind)));
    }
  }
}

void read_notes(const TomlValue& table, RuleDefinition& rule, RuleReporter& reporter) {
  rule.doc = text_at(table, "doc");
  rule.since = text_at(table, "since");
  rule.deprecated = text_at(table, "deprecated");
  rule.was = texts_at(table, "was");
  rule.allow = texts_at(table, "allow");
  const TomlValue* allow = table.find("allow");
  if (allow != nullptr && text_at(table, "why").empty()) {
    reporter.error(rule_error::missing_key, allow->at, allow->width, "'allow' without 'why': a silenced warning needs a reason");
  }
}

RuleDefinition read_rule(const TomlValue& table, RuleReporter& reporter) {
  RuleDefinition rule;
  rule.id = text_at(table, "id");
  rule.layer = text_at(table, "layer");
  rule.emits = text_at(table, "emits");
  read_patterns(table, rule, reporter);
  rule.extended = flag_at(table, "x");
  rule.flags = text_at(table, "flags");
  rule.anchor = text_at(table, "anchor");
  rule.set = read_settings(table, reporter);
  rule.copy = texts_at(table, "copy");
  rule.refuse = read_filters(table, "not", reporter);
  rule.require = read_filters(table, "only", reporter);
  rule.limits = read_limits(table, reporter);
  rule.until = read_until(table, reporter);
  read_context(table, rule, reporter);
  rule.priority = read_priority(table, reporter);
  rule.confidence = read_confidence(table, reporter);
  rule.off = flag_at(table, "off");
  read_notes(table, rule, reporter);
  rule.tests = read_tests(table, reporter);
  rule.at = table.at;
  rule.id_at = pattern_at(table, "id").at;
  return rule;
}

/// A field that a test expects, as text: rule files may write true and 3 without quotes.
std::optional<std::string> expected_text(const TomlEntry& entry, RuleReporter& reporter) {
  switch (entry.value.kind) {
    case TomlKind::text: return entry.value.text.text;
    case TomlKind::boolean: return entry.value.boolean ? "true" : "false";
    case TomlKind::integer: return std::to_string(entry.value.integer);
    default: check_shape(entry.key, entry.value, Shape::text, reporter); return std::nullopt;
  }
}

}  // namespace

Settings read_expected(const TomlValue& record, RuleReporter& reporter) {
  Settings settings;
  for (const TomlEntry& entry : record.entries) {
    if (auto text = expected_text(entry, reporter)) settings.emplace_back(entry.key, std::move(*text));
  }
  std::sort(settings.begin(), settings.end());
  return settings;
}

void read_rules(const TomlValue& root, RuleReading& reading) {
  const std::vector<const TomlValue*> tables = tables_at(root, "rule");
  reading.definition.rules.reserve(reading.definition.rules.size() + tables.size());
  for (const TomlValue* table : tables) {
    check_table(*table, rule_schema::rule, reading.reporter);
    RuleDefinition rule = read_rule(*table, reading.reporter);
    if (!rule.id.empty() && !reading.claim("rule", rule.id, rule.id_at)) continue;
    // A rule that lacks one of these was reported above; to go on with it would only report it again.
    const bool complete = !rule.id.empty() && !rule.layer.empty() && !rule.emits.empty() && (!rule.patterns.empty() || !rule.words.empty());
    if (complete) reading.definition.rules.push_back(std::move(rule));
  }
}

std::vector<RuleTest> read_tests(const TomlValue& rule, RuleReporter& reporter) {
  std::vector<RuleTest> tests;
  for (const TomlValue* table : tables_at(rule, "test")) {
    check_table(*table, rule_schema::test, reporter);
    RuleTest test;
    test.text = text_at(*table, "text");
    for (const TomlValue* record : tables_at(*table, "expect")) test.expect.push_back(read_expected(*record, reporter));
    test.exact = flag_at(*table, "exact");
    test.todo = text_at(*table, "todo");
    test.at = table->at;
    tests.push_back(std::move(test));
  }
  return tests;
}

}  // namespace onrecord
