#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "onrecord/check/lints.h"
#include "onrecord/check/rule_warnings.h"
#include "onrecord/check/test_fields.h"
#include "onrecord/rules/rule_errors.h"
#include "onrecord/rules/value_places.h"

namespace onrecord {
namespace {

/// The fields that a pattern of a rule may fill, besides what the rule sets.
std::set<std::uint32_t> filled_by(const CompiledPattern& pattern) {
  std::set<std::uint32_t> fields = {pattern.anchor_field};
  for (const Part* part : {&pattern.left, &pattern.right}) {
    for (const FieldGroup& group : part->groups) fields.insert(group.field);
  }
  return fields;
}

class RuleLinter {
 public:
  RuleLinter(const RuleSet& rules, const Rule& rule, Diagnostics& found)
      : rules_(rules), rule_(rule), written_(rule.definition()), type_(rules.types()[rule.emits]), found_(found) {}

  void run() {
    for (std::size_t i = 0; i < rule_.patterns.size(); ++i) lint_required_fields(i);
    lint_conditions();
    lint_tests();
    for (const RuleTest& test : written_.tests) lint_expected(test);
    lint_relations();
  }

 private:
  void add(std::string_view key, std::string_view word, std::string code, std::string message, std::string hint = {}) {
    const ValuePlace place = place_of_value(rules_.definition().files, written_.at, key, word);
    add_finding(found_, written_.id, place.at, place.width, std::move(code), std::move(message), std::move(hint));
  }

  /// Whether the rule gives the field a value whatever its patterns do. What `copy` lends depends on the article.
  bool is_given(std::uint32_t field) const {
    const bool is_set = std::any_of(rule_.set.begin(), rule_.set.end(), [&](const auto& setting) { return setting.first == field; });
    return is_set || rule_.words != nullptr || (!rule_.copy.empty() && type_.fields[field].kind != FieldKind::span);
  }

  void lint_required_fields(std::size_t pattern) {
    const std::set<std::uint32_t> filled = filled_by(rule_.patterns[pattern]);
    for (std::uint32_t field = 0; field < type_.fields.size(); ++field) {
      if (type_.fields[field].optional || is_given(field) || filled.count(field) > 0) continue;
      const PatternText& text = written_.patterns[pattern];
      add_finding(found_, {&text, PatternUse::match, false, written_.id}, 0, text.text.size(), rule_error::unfilled_field,
                  fmt::format("the pattern never fills '{}', which each '{}' must have", type_.fields[field].name, type_.name),
                  fmt::format("fill it, or write `{} = \"…?\"` in the type", type_.fields[field].name));
    }
  }

  bool may_be_filled(std::uint32_t field) const {
    return is_given(field) ||
           std::any_of(rule_.patterns.begin(), rule_.patterns.end(), [&](const CompiledPattern& pattern) { return filled_by(pattern).count(field) > 0; });
  }

  void lint_condition(std::uint32_t field, std::string_view key) {
    if (field == no_field || may_be_filled(field)) return;
    add(key, type_.fields[field].name, rule_warning::idle_condition,
        fmt::format("'{}' speaks of '{}', which no pattern of the rule fills", key, type_.fields[field].name));
  }

  void lint_conditions() {
    for (const Filter& filter : rule_.refuse) lint_condition(filter.field, "not");
    for (const Filter& filter : rule_.require) lint_condition(filter.field, "only");
    for (const Limit& limit : rule_.limits) lint_condition(limit.field, "limit");
    for (const Until& until : rule_.until) lint_condition(until.field, "until");
    for (const std::uint32_t field : rule_.copy) lint_condition(field, "copy");
  }

  void lint_tests() {
    if (written_.off) return;
    const auto has_test = [&](bool fires) {
      return std::any_of(written_.tests.begin(), written_.tests.end(), [&](const RuleTest& test) { return test.expect.empty() != fires && test.todo.empty(); });
    };
    const std::size_t width = written_.id.size();
    if (!has_test(true))
      add_finding(found_, written_.id, written_.id_at, width, rule_warning::no_firing_test, fmt::format("no test in which '{}' finds something", written_.id));
    if (!has_test(false))
      add_finding(found_, written_.id, written_.id_at, width, rule_warning::no_silent_test, fmt::format("no test in which '{}' stays silent", written_.id),
                  "add one with `expect = []`: a sentence that looks alike and must not match");
  }

  /// Records are compared where one of them has a `type`; else annotations.
  void lint_expected(const RuleTest& test) {
    const RuleSetDefinition& definition = rules_.definition();
    const auto is_record = [](const Settings& expected) {
      return std::any_of(expected.begin(), expected.end(), [](const auto& field) { return field.first == "type"; });
    };
    const bool about_records = std::any_of(test.expect.begin(), test.expect.end(), is_record);
    for (const Settings& expected : test.expect) {
      const std::optional<WrongField> wrong = wrong_field(definition, expected, about_records ? fields_of_any_record(definition) : annotation_fields());
      if (!wrong) continue;
      const ValuePlace place = place_of_value(definition.files, test.at, "expect", wrong->word);
      add_finding(found_, written_.id, place.at, place.width, wrong->code, wrong->message, wrong->hint);
    }
  }

  std::vector<std::string> annotation_fields() const {
    std::vector<std::string> fields = {"span"};
    for (const Field& field : type_.fields) fields.push_back(field.name);
    return fields;
  }

  void lint_relations() {
    if (!written_.deprecated.empty()) {
      const ValuePlace place = place_of_key(rules_.definition().files, written_.at, "deprecated");
      add_finding(found_, written_.id, place.at, place.width, rule_warning::deprecated,
                  fmt::format("'{}' is deprecated: {}", written_.id, written_.deprecated));
    }
    for (const std::string& id : written_.was) {
      const bool is_taken = std::any_of(rules_.rules().begin(), rules_.rules().end(), [&](const Rule& other) { return other.name == id; });
      if (is_taken) add("was", id, rule_warning::was_of_today, fmt::format("'was' names '{}', which is a rule of today", id));
    }
    for (const RuleId id : rule_.yields) lint_yields(rules_.rules()[id]);
  }

  /// Only annotations of one layer and one type compete.
  void lint_yields(const Rule& other) {
    const std::string& id = other.name;
    if (other.layer == rule_.layer && other.emits == rule_.emits && other.id != rule_.id) return lint_mutual_yields(other);
    const std::string reason = other.id == rule_.id         ? "which it is itself"
                               : other.layer != rule_.layer ? fmt::format("which runs in layer '{}'", other.definition().layer)
                                                            : fmt::format("which makes a '{}'", other.definition().emits);
    add("yields", id, rule_warning::idle_yields, fmt::format("'{}' yields to '{}', {}: the two never compete", written_.id, id, reason));
  }

  /// Of two such rules the later one is reported.
  void lint_mutual_yields(const Rule& other) {
    const bool is_mutual = std::find(other.yields.begin(), other.yields.end(), rule_.id) != other.yields.end();
    if (!is_mutual || other.id > rule_.id) return;
    const ValuePlace place = place_of_value(rules_.definition().files, written_.at, "yields", other.name);
    const ValuePlace back = place_of_value(rules_.definition().files, other.definition().at, "yields", written_.id);
    Note other_side = other_place(back.at, back.width);
    other_side.message = "the other yields here";
    add_finding(found_, written_.id, place.at, place.width, rule_warning::mutual_yields,
                fmt::format("'{}' and '{}' yield to each other: where both match, neither is kept", written_.id, other.name), "let one of them alone yield",
                {std::move(other_side)});
  }

  const RuleSet& rules_;
  const Rule& rule_;
  const RuleDefinition& written_;
  const Type& type_;
  Diagnostics& found_;
};

}  // namespace

void lint_rules(const RuleSet& rules, const std::function<bool(const std::string&)>& is_sound, Diagnostics& found) {
  for (const Rule& rule : rules.rules()) {
    if (is_sound(rule.name)) RuleLinter(rules, rule, found).run();
  }
}

}  // namespace onrecord
