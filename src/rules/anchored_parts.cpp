#include <algorithm>

#include "onrecord/base/bits.h"
#include "onrecord/rules/prepare_layers.h"

namespace onrecord {
namespace {

/// From how many parts beside an anchor on one pass over all costs less than trying them one after the other. Its states are built while it
/// reads, so a run over a few articles pays for them and gains nothing.
constexpr std::size_t many_parts = 192;

/// How many patterns must share a part, so that it pays to leave them out together where it fails.
constexpr std::size_t many_patterns = 8;

/// For each part on one side which patterns have it.
std::vector<std::vector<std::uint64_t>> sharing_patterns(const AnchoredPatterns& place, PlacedPart AnchoredPattern::*side, std::size_t parts) {
  std::vector<std::size_t> counts(parts);
  for (const AnchoredPattern& anchored : place.patterns) {
    if ((anchored.*side).is_there()) ++counts[(anchored.*side).place];
  }
  std::vector<std::vector<std::uint64_t>> result(parts);
  if (std::none_of(counts.begin(), counts.end(), [](std::size_t count) { return count >= many_patterns; })) return result;
  for (std::size_t i = 0; i < place.patterns.size(); ++i) {
    const PlacedPart& own = place.patterns[i].*side;
    if (!own.is_there() || counts[own.place] < many_patterns) continue;
    result[own.place].resize(bits::words_for(place.patterns.size()));
    bits::add(result[own.place], i);
  }
  return result;
}

/// Numbers the parts on one side of an anchor, and returns which patterns share them. `places` has room for all parts of the rule set; what stands
/// there does not matter.
std::vector<std::vector<std::uint64_t>> collect_parts(const std::vector<Rule>& rules, AnchoredPatterns& place, Part CompiledPattern::*part_of,
                                                      PlacedPart AnchoredPattern::*side, std::vector<std::uint32_t>& places) {
  std::vector<std::uint32_t> parts;
  for (AnchoredPattern& anchored : place.patterns) {
    const Part& part = rules[anchored.rule].patterns[anchored.pattern].*part_of;
    if (part.regex == nullptr) continue;
    std::uint32_t& own = places[part.number];
    if (own >= parts.size() || parts[own] != part.number) {
      own = static_cast<std::uint32_t>(parts.size());
      parts.push_back(part.number);
    }
    anchored.*side = {own, part.number, part.needs, part.required};
  }
  return sharing_patterns(place, side, parts.size());
}

/// Of the parts on one side of an anchor, which are so many different ones; none where they are few.
std::optional<PartSet> part_set(const AnchoredPatterns& place, std::size_t parts, PlacedPart AnchoredPattern::*side, Side which, const RegexList& regexes) {
  if (parts < many_parts) return std::nullopt;
  std::vector<const Regex*> by_place(parts);
  for (const AnchoredPattern& anchored : place.patterns) {
    if ((anchored.*side).is_there()) by_place[(anchored.*side).place] = &regexes[(anchored.*side).number];
  }
  return PartSet(std::move(by_place), which);
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
      const CompiledPattern& pattern = rule.patterns[i];
      if (!pattern.anchored && pattern.right.regex != nullptr) layer.searches.push_back({id, i, pattern.right.required});
    }
  }
}

/// Which of them units can be too long for.
void limit_searches(const std::vector<Rule>& rules, Layer& layer) {
  const std::size_t words = bits::words_for(layer.searches.size());
  layer.all_searches.assign(words, 0);
  layer.searches_on_condition.assign(words, 0);
  for (std::size_t i = 0; i < layer.searches.size(); ++i) {
    const Rule& rule = rules[layer.searches[i].rule];
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

void index_layers(std::vector<Layer>& layers, const std::vector<Rule>& rules, std::size_t parts, const FlatArray<Needs>& needs) {
  std::vector<std::uint32_t> places(parts);
  for (Layer& layer : layers) {
    list_searches(rules, layer);
    limit_searches(rules, layer);
    std::vector<const Needs*> of_searches;
    for (const Search& search : layer.searches) of_searches.push_back(&needs[rules[search.rule].patterns[search.pattern].right.needs]);
    layer.search_needs = AllNeeds(of_searches);
    for (auto* anchors : {&layer.at_mask, &layer.at_tag}) {
      for (AnchoredPatterns& place : *anchors) {
        place.with_left = collect_parts(rules, place, &CompiledPattern::left, &AnchoredPattern::left, places);
        place.with_right = collect_parts(rules, place, &CompiledPattern::right, &AnchoredPattern::right, places);
      }
    }
    for (std::size_t mask = 0; mask < layer.at_mask.size(); ++mask) find_fitting(rules, layer.vocabulary.masks[mask], layer.at_mask[mask]);
  }
}

void make_part_sets(std::vector<Layer>& layers, const RegexList& regexes) {
  for (Layer& layer : layers) {
    for (auto* anchors : {&layer.at_mask, &layer.at_tag}) {
      for (AnchoredPatterns& place : *anchors) {
        place.lefts = part_set(place, place.with_left.size(), &AnchoredPattern::left, Side::left, regexes);
        place.rights = part_set(place, place.with_right.size(), &AnchoredPattern::right, Side::right, regexes);
      }
    }
  }
}

}  // namespace onrecord
