#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "onrecord/check/lints.h"
#include "onrecord/check/rule_warnings.h"
#include "onrecord/rules/value_places.h"

namespace onrecord {
namespace {

/// What layers and rules see of types: only what layers that run before made.
class OrderLinter {
 public:
  OrderLinter(const RuleSet& rules, Diagnostics& found) : rules_(rules), found_(found) {
    for (const std::string_view name : types_of_the_program()) made_.emplace(name);
    for (const Rule& rule : rules.rules()) {
      if (!rule.definition().off) emitted_.insert(rule.definition().emits);
    }
  }

  void run() {
    for (const Unit unit : {Unit::line, Unit::sentence, Unit::document}) {
      for (std::size_t i = 0; i < rules_.layers().size(); ++i) {
        if (rules_.layers()[i].unit == unit) take(i);
      }
    }
  }

 private:
  void take(std::size_t layer) {
    lint_layer(rules_.definition().layers[layer]);
    for (const Rule& rule : rules_.rules()) {
      if (rule.layer == layer) lint_rule(rule.definition());
    }
    for (const RuleId rule : rules_.layers()[layer].rules) made_.insert(rules_.rules()[rule].definition().emits);
  }

  void lint_layer(const LayerDefinition& layer) {
    lint(layer.mask, {}, layer.at, "mask", "hides nothing");
    lint(layer.over, {}, layer.at, "over", "leaves no unit");
    lint(layer.skip, {}, layer.at, "skip", "leaves nothing out");
  }

  void lint_rule(const RuleDefinition& rule) {
    lint(rule.after, rule.id, rule.at, "after", "never holds");
    lint(rule.before, rule.id, rule.at, "before", "never holds");
    lint(rule.inside, rule.id, rule.at, "inside", "never holds");
    lint(rule.outside, rule.id, rule.at, "outside", "always holds");
    for (const auto& [type, least] : rule.amid) lint({type}, rule.id, rule.at, "amid", "never holds");
  }

  void lint(const std::vector<std::string>& types, const std::string& rule, const Place& at, std::string_view key, std::string_view effect) {
    for (const std::string& type : types) {
      if (made_.count(type) > 0 || emitted_.count(type) == 0) continue;
      const ValuePlace place = place_of_value(rules_.definition().files, at, key, type);
      add_finding(found_, rule, place.at, place.width, rule_warning::made_later,
                  fmt::format("no layer before this one makes '{}', so `{}` {}", type, key, effect), "`follows` in the layer tells behind which one it runs");
    }
  }

  const RuleSet& rules_;
  Diagnostics& found_;
  std::set<std::string> made_;     // by the program, and by the layers so far
  std::set<std::string> emitted_;  // by any rule
};

}  // namespace

void lint_order(const RuleSet& rules, Diagnostics& found) { OrderLinter(rules, found).run(); }

}  // namespace onrecord
