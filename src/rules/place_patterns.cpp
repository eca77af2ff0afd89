#include <algorithm>
#include <utility>

#include "onrecord/rules/prepare_layers.h"

namespace onrecord {
namespace {

bool is_set(const Rule& rule, std::uint32_t field) {
  return std::any_of(rule.set.begin(), rule.set.end(), [&](const auto& setting) { return setting.first == field; });
}

void sort_by_priority(const std::vector<Rule>& rules, std::vector<AnchoredPattern>& patterns) {
  std::stable_sort(patterns.begin(), patterns.end(), [&](const AnchoredPattern& a, const AnchoredPattern& b) {
    const Rule& first = rules[a.rule];
    const Rule& second = rules[b.rule];
    if (first.emits != second.emits) return first.emits < second.emits;
    return first.priority > second.priority;
  });
}

bool anchor_is_key(const std::vector<Type>& types, const Rule& rule, const CompiledPattern& pattern) {
  const std::uint32_t unique = types[rule.emits].unique;
  if (unique == no_field || pattern.anchor_field != unique) return false;
  const bool cut = std::any_of(rule.until.begin(), rule.until.end(), [&](const Until& until) { return until.field == unique; });
  return !cut && !pattern.left.fills(unique) && !pattern.right.fills(unique);
}

/// The filters of a rule that test the anchor's own text, or a value that the anchor lends.
std::vector<AnchorFilter> anchor_filters(const std::vector<Type>& types, const WordTableBuilder& symbols, const Layer& layer, const Rule& rule, const CompiledPattern& pattern) {
  std::vector<AnchorFilter> filters;
  const std::uint32_t field = pattern.anchor_field;
  if (pattern.anchor.tag || field == no_field || pattern.left.fills(field) || pattern.right.fills(field)) return filters;
  const bool cut = std::any_of(rule.until.begin(), rule.until.end(), [&](const Until& until) { return until.field == field; });
  const TypeId anchor_type = layer.vocabulary.masks[pattern.anchor.index].type;
  const auto consider = [&](const Filter& filter, bool refuses) {
    const Field& tested = types[rule.emits].fields[filter.field];
    AnchorFilter result;
    result.refuses = refuses;
    if (filter.field == field && tested.kind == FieldKind::span && filter.lexicon != nullptr && !cut && !is_set(rule, field)) {
      result.lexicon = filter.lexicon;
      filters.push_back(std::move(result));
    } else if (tested.kind != FieldKind::span && rule.copy.size() == 1 && rule.copy[0] == field && !is_set(rule, filter.field) &&
               !pattern.left.fills(filter.field) && !pattern.right.fills(filter.field)) {
      result.anchor_value = types[anchor_type].field(tested.name);
      if (result.anchor_value == no_field || types[anchor_type].fields[result.anchor_value].kind == FieldKind::span) return;
      std::vector<std::uint8_t> accepted = {0};  // nothing hits a value that is missing
      const auto hits = [&](std::string_view word) { return filter.lexicon != nullptr ? filter.lexicon->find(word) != nullptr : filter.regex->found_in(word); };
      for (Symbol symbol = 1; symbol < symbols.size(); ++symbol) accepted.push_back(hits(symbols.word(symbol)) ? 1 : 0);
      result.accepted = FlatArray<std::uint8_t>(std::move(accepted));
      filters.push_back(std::move(result));
    }
  };
  for (const Filter& filter : rule.refuse) consider(filter, true);
  for (const Filter& filter : rule.require) consider(filter, false);
  return filters;
}

}  // namespace

void place_anchored_patterns(std::vector<Layer>& layers, std::vector<Rule>& rules, const std::vector<Type>& types, const WordTableBuilder& symbols) {
  for (Layer& layer : layers) {
    layer.at_mask.resize(layer.vocabulary.masks.size());
    layer.at_tag.resize(layer.vocabulary.tags.size());
    for (std::uint32_t order = 0; order < layer.rules.size(); ++order) {
      Rule& rule = rules[layer.rules[order]];
      rule.order = order;
      for (std::uint32_t i = 0; i < rule.patterns.size(); ++i) {
        CompiledPattern& pattern = rule.patterns[i];
        if (!pattern.anchored) continue;
        pattern.anchor_is_key = anchor_is_key(types, rule, pattern);
        auto& place = pattern.anchor.tag ? layer.at_tag[pattern.anchor.index] : layer.at_mask[pattern.anchor.index];
        place.patterns.push_back({rule.id, i, anchor_filters(types, symbols, layer, rule, pattern)});
      }
    }
    for (auto* places : {&layer.at_mask, &layer.at_tag}) {
      for (AnchoredPatterns& place : *places) sort_by_priority(rules, place.patterns);
    }
  }
}

}  // namespace onrecord
