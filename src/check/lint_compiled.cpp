#include <fmt/format.h>

#include "onrecord/check/lints.h"

namespace onrecord {
namespace {

/// Names with lists of first names and titles take some thousands, and are searched for fast enough.
constexpr std::size_t most_instructions = 8000;

/// Whether a pattern that is searched for is found in any text.
bool holds_always(const Regex& regex) {
  return regex.found_in("") && regex.found_in("a") && regex.found_in("\x01");
}

void lint_filters(const Rule& rule, const std::vector<Filter>& filters, const std::vector<FilterDefinition>& written, bool refuses, Diagnostics& found) {
  for (std::size_t i = 0; i < filters.size() && i < written.size(); ++i) {
    if (!filters[i].regex || !holds_always(*filters[i].regex)) continue;
    const PatternText& pattern = written[i].pattern;
    add_finding(found, {&pattern, PatternUse::filter, false, rule.definition.id}, 0, pattern.text.size(), "W202",
                fmt::format("the pattern for '{}' matches the empty string, so it holds always", written[i].field),
                refuses ? "the rule never makes anything" : "the condition asks for nothing");
  }
}

void lint_context(const Rule& rule, const std::optional<Regex>& regex, const PatternText& pattern, std::string_view key, Diagnostics& found) {
  if (!regex || !holds_always(*regex)) return;
  add_finding(found, {&pattern, PatternUse::left, false, rule.definition.id}, 0, pattern.text.size(), "W202",
              fmt::format("'{}' matches the empty string, so it holds always", key), "the rule never makes anything");
}

void lint_sizes(const Rule& rule, Diagnostics& found) {
  for (std::size_t i = 0; i < rule.patterns.size() && i < rule.definition.patterns.size(); ++i) {
    std::size_t size = 0;
    for (const Part* part : {&rule.patterns[i].left, &rule.patterns[i].right}) size += part->regex ? part->regex->program_size() : 0;
    if (size <= most_instructions) continue;
    const PatternText& pattern = rule.definition.patterns[i];
    add_finding(found, {&pattern, PatternUse::match, false, rule.definition.id}, 0, pattern.text.size(), "W203",
                fmt::format("a program of {} instructions; {} are still fast", size, most_instructions),
                "tag long word lists in the layer (`tags`), and bound fields with `limit` instead of counted repeats");
  }
}

std::size_t patterns_to_filter(const RuleSet& rules, const Layer& layer) {
  std::size_t count = 0;
  for (const RuleId id : layer.rules) {
    for (const CompiledPattern& pattern : rules.rules()[id].patterns) count += pattern.anchored || !pattern.right.regex ? 0 : 1;
  }
  return count;
}

void lint_set(const RuleSet& rules, std::size_t index, Diagnostics& found) {
  const Layer& layer = rules.layers()[index];
  const std::size_t count = patterns_to_filter(rules, layer);
  if (layer.filter || count < 2) return;
  add_finding(found, {}, rules.definition().layers[index].at, layer.name.size(), "W211",
              fmt::format("the {} patterns of layer '{}' do not fit into one filter: each is tried on each unit", count, layer.name),
              "make the largest smaller (W203), anchor rules, or divide the layer");
}

}  // namespace

void lint_compiled(const RuleSet& rules, const std::function<bool(const std::string&)>& is_sound, Diagnostics& found) {
  for (const Rule& rule : rules.rules()) {
    if (!is_sound(rule.definition.id)) continue;
    lint_filters(rule, rule.refuse, rule.definition.refuse, true, found);
    lint_filters(rule, rule.require, rule.definition.require, false, found);
    lint_context(rule, rule.not_left, rule.definition.not_left, "not_left", found);
    lint_context(rule, rule.not_right, rule.definition.not_right, "not_right", found);
    lint_sizes(rule, found);
  }
  for (std::size_t i = 0; i < rules.layers().size(); ++i) lint_set(rules, i, found);
}

}  // namespace onrecord
