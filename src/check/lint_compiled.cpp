#include <fmt/format.h>

#include "onrecord/check/lints.h"
#include "onrecord/check/rule_warnings.h"

namespace onrecord {
namespace {

/// Names with lists of first names and titles take some thousands, and are searched for fast enough.
constexpr std::size_t most_instructions = 8000;
/// What the patterns that one layer searches for may take together: about the 64 MiB that RE2 gives a set of patterns.
constexpr std::size_t most_searched = 100'000;

/// Whether a pattern that is searched for is found in any text.
bool holds_always(const Regex& regex) { return regex.found_in("") && regex.found_in("a") && regex.found_in("\x01"); }

void lint_filters(const Rule& rule, const std::vector<Filter>& filters, const std::vector<FilterDefinition>& written, bool refuses, Diagnostics& found) {
  for (std::size_t i = 0; i < filters.size() && i < written.size(); ++i) {
    if (!filters[i].regex || !holds_always(*filters[i].regex)) continue;
    const PatternText& pattern = written[i].pattern;
    add_finding(found, {&pattern, PatternUse::filter, false, rule.name}, 0, pattern.text.size(), rule_warning::always_holds,
                fmt::format("the pattern for '{}' matches the empty string, so it holds always", written[i].field),
                refuses ? "the rule never makes anything" : "the condition asks for nothing");
  }
}

void lint_context(const Rule& rule, const Regex* regex, const PatternText& pattern, std::string_view key, Diagnostics& found) {
  if (!regex || !holds_always(*regex)) return;
  add_finding(found, {&pattern, PatternUse::left, false, rule.name}, 0, pattern.text.size(), rule_warning::always_holds,
              fmt::format("'{}' matches the empty string, so it holds always", key), "the rule never makes anything");
}

void lint_sizes(const Rule& rule, Diagnostics& found) {
  for (std::size_t i = 0; i < rule.patterns.size() && i < rule.definition().patterns.size(); ++i) {
    std::size_t size = 0;
    for (const Part* part : {&rule.patterns[i].left, &rule.patterns[i].right}) size += part->regex ? part->regex->program_size() : 0;
    if (size <= most_instructions) continue;
    const PatternText& pattern = rule.definition().patterns[i];
    add_finding(found, {&pattern, PatternUse::match, false, rule.name}, 0, pattern.text.size(), rule_warning::large_program,
                fmt::format("a program of {} instructions; {} are still fast", size, most_instructions),
                "tag long word lists in the layer (`tags`), and bound fields with `limit` instead of counted repeats");
  }
}

/// The patterns of a layer that are searched for on each unit, as they have no anchor.
struct Searches {
  std::size_t patterns = 0;
  std::size_t instructions = 0;
};

Searches searches_of(const RuleSet& rules, const Layer& layer) {
  Searches searches;
  for (const RuleId id : layer.rules) {
    for (const CompiledPattern& pattern : rules.rules()[id].patterns) {
      if (pattern.anchored || !pattern.right.regex) continue;
      ++searches.patterns;
      searches.instructions += pattern.right.regex->program_size();
    }
  }
  return searches;
}

void lint_searches(const RuleSet& rules, std::size_t index, Diagnostics& found) {
  const Layer& layer = rules.layers()[index];
  const Searches searches = searches_of(rules, layer);
  if (searches.patterns < 2 || searches.instructions <= most_searched) return;
  add_finding(found, {}, rules.definition().layers[index].at, layer.name.size(), rule_warning::large_set,
              fmt::format("the {} patterns of layer '{}' that are searched for take {} instructions; {} fit into their budget", searches.patterns, layer.name,
                          searches.instructions, most_searched),
              "make the largest smaller (W203), anchor rules, or divide the layer");
}

}  // namespace

void lint_compiled(const RuleSet& rules, const std::function<bool(const std::string&)>& is_sound, Diagnostics& found) {
  for (const Rule& rule : rules.rules()) {
    if (!is_sound(rule.name)) continue;
    lint_filters(rule, rule.refuse, rule.definition().refuse, true, found);
    lint_filters(rule, rule.require, rule.definition().require, false, found);
    lint_context(rule, rule.not_left, rule.definition().not_left, "not_left", found);
    lint_context(rule, rule.not_right, rule.definition().not_right, "not_right", found);
    lint_sizes(rule, found);
  }
  for (std::size_t i = 0; i < rules.layers().size(); ++i) lint_searches(rules, i, found);
}

}  // namespace onrecord
