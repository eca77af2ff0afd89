#include <algorithm>

#include "onrecord/base/bits.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

/// From how many parts beside an anchor on one pass over all costs less than trying them one after the other. Its states are built while it
/// reads, so a run over a few articles pays for them and gains nothing.
constexpr std::size_t many_parts = 160;

/// How many patterns must share a part, so that it pays to leave them out together where it fails.
constexpr std::size_t many_patterns = 8;

/// For each part on one side which patterns have it.
std::vector<std::vector<std::uint64_t>> sharing_patterns(const AnchoredPatterns& place, std::uint32_t AnchoredPattern::*part, std::size_t parts) {
  std::vector<std::size_t> counts(parts);
  for (const AnchoredPattern& anchored : place.patterns) {
    if (anchored.*part != AnchoredPattern::no_part) ++counts[anchored.*part];
  }
  std::vector<std::vector<std::uint64_t>> result(parts);
  if (std::none_of(counts.begin(), counts.end(), [](std::size_t count) { return count >= many_patterns; })) return result;
  for (std::size_t i = 0; i < place.patterns.size(); ++i) {
    const std::uint32_t own = place.patterns[i].*part;
    if (own == AnchoredPattern::no_part || counts[own] < many_patterns) continue;
    result[own].resize(bits::words_for(place.patterns.size()));
    bits::add(result[own], i);
  }
  return result;
}

/// Numbers the parts on one side of an anchor, and makes a set of them where there are many.
/// `numbers` has room for all parts of the rule set; what stands there does not matter.
void collect_parts(const std::vector<Rule>& rules, AnchoredPatterns& place, Side side, std::vector<std::uint32_t>& numbers) {
  std::vector<const Regex*> parts;
  for (AnchoredPattern& anchored : place.patterns) {
    const CompiledPattern& pattern = rules[anchored.rule].patterns[anchored.pattern];
    const Part& part = side == Side::left ? pattern.left : pattern.right;
    if (part.regex == nullptr) continue;
    std::uint32_t& number = numbers[part.number];
    if (number >= parts.size() || parts[number] != part.regex) {
      number = static_cast<std::uint32_t>(parts.size());
      parts.push_back(part.regex);
    }
    (side == Side::left ? anchored.left : anchored.right) = number;
    (side == Side::left ? anchored.left_number : anchored.right_number) = part.number;
  }
  (side == Side::left ? place.with_left : place.with_right) = sharing_patterns(place, side == Side::left ? &AnchoredPattern::left : &AnchoredPattern::right, parts.size());
  if (parts.size() >= many_parts) (side == Side::left ? place.lefts : place.rights).emplace(std::move(parts), side);
}

/// Which patterns fit each value of the choices that they ask for.
void find_fitting(const std::vector<Rule>& rules, const MaskedType& mask, AnchoredPatterns& place) {
  const auto query_of = [&](const AnchoredPattern& anchored) -> const TokenQuery& { return rules[anchored.rule].patterns[anchored.pattern].anchor; };
  for (std::uint32_t choice = 0; choice < mask.choices.size(); ++choice) {
    std::vector<std::uint64_t> whatever(bits::words_for(place.patterns.size()));  // those that do not ask for it
    std::vector<std::pair<std::size_t, const std::vector<std::uint32_t>*>> asking;
    for (std::size_t i = 0; i < place.patterns.size(); ++i) {
      const auto& choices = query_of(place.patterns[i]).choices;
      const auto wanted = std::find_if(choices.begin(), choices.end(), [&](const auto& asked) { return asked.first == choice; });
      if (wanted == choices.end()) bits::add(whatever, i);
      else asking.emplace_back(i, &wanted->second);
    }
    if (asking.empty()) continue;
    FittingPatterns fitting{choice, std::vector(mask.choices[choice].values.size() + 1, whatever)};
    for (const auto& [pattern, values] : asking) {
      for (const std::uint32_t value : *values) bits::add(fitting.by_value[value + 1], pattern);
    }
    place.fitting.push_back(std::move(fitting));
  }
}

/// The rules and patterns that are not tried at an anchor.
void list_searches(const std::vector<Rule>& rules, Layer& layer) {
  for (const RuleId id : layer.rules) {
    const Rule& rule = rules[id];
    if (rule.words != nullptr) layer.word_rules.push_back(id);
    for (std::uint32_t i = 0; i < rule.patterns.size(); ++i) {
      if (!rule.patterns[i].anchored && rule.patterns[i].right.regex != nullptr) layer.searches.emplace_back(id, i);
    }
  }
}

/// Which of them units can be too long for.
void limit_searches(const std::vector<Rule>& rules, Layer& layer) {
  const std::size_t words = bits::words_for(layer.searches.size());
  layer.all_searches.assign(words, 0);
  layer.searches_on_condition.assign(words, 0);
  for (std::size_t i = 0; i < layer.searches.size(); ++i) {
    const Rule& rule = rules[layer.searches[i].first];
    bits::add(layer.all_searches, i);
    if (!rule.amid.empty()) bits::add(layer.searches_on_condition, i);
    for (const Limit& limit : rule.limits) {
      if (limit.field != no_field) continue;
      if (limit.words > 0) bits::add(layer.searches_on_condition, i);
      if (limit.characters == 0) continue;
      const auto at = std::lower_bound(layer.search_limits.begin(), layer.search_limits.end(), limit.characters,
                                       [](const SearchLimit& known, std::uint32_t characters) { return known.characters < characters; });
      const bool is_known = at != layer.search_limits.end() && at->characters == limit.characters;
      bits::add((is_known ? at : layer.search_limits.insert(at, {limit.characters, std::vector<std::uint64_t>(words)}))->patterns, i);
    }
  }
}

}  // namespace

void RuleSet::index_layers() {
  std::vector<std::uint32_t> numbers(regexes_.size());
  for (Layer& layer : layers_) {
    list_searches(rules_, layer);
    limit_searches(rules_, layer);
    std::vector<const Needs*> needs;
    for (const auto& [rule, pattern] : layer.searches) needs.push_back(&this->needs(rules_[rule].patterns[pattern].right));
    layer.search_needs = AllNeeds(needs);
    for (auto* places : {&layer.at_mask, &layer.at_tag}) {
      for (AnchoredPatterns& place : *places) {
        collect_parts(rules_, place, Side::left, numbers);
        collect_parts(rules_, place, Side::right, numbers);
      }
    }
    for (std::size_t mask = 0; mask < layer.at_mask.size(); ++mask) find_fitting(rules_, layer.vocabulary.masks[mask], layer.at_mask[mask]);
  }
}

}  // namespace onrecord
