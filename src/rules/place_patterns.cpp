#include <algorithm>
#include <iterator>
#include <utility>

#include "onrecord/rules/prepare_layers.h"

namespace onrecord {
namespace {

bool is_set(const Rule& rule, std::uint32_t field) {
  return std::any_of(rule.set.begin(), rule.set.end(), [&](const auto& setting) { return setting.first == field; });
}

void sort_by_priority(std::vector<AnchoredPattern>& patterns) {
  std::stable_sort(patterns.begin(), patterns.end(), [](const AnchoredPattern& a, const AnchoredPattern& b) {
    if (a.emits != b.emits) return a.emits < b.emits;
    return a.priority > b.priority;
  });
}

void place_pattern(const Rule& rule, std::uint32_t number, std::vector<AnchorFilter> filters, AnchoredPatterns& place) {
  AnchoredPattern anchored;
  anchored.pattern = number;
  anchored.rule = rule.id;
  anchored.emits = rule.emits;
  anchored.priority = rule.priority;
  anchored.anchor_is_key = rule.patterns[number].anchor_is_key ? 1 : 0;
  anchored.others_yield = rule.others_yield ? 1 : 0;
  anchored.first_filter = static_cast<std::uint32_t>(place.filters.size());
  anchored.filters = static_cast<std::uint32_t>(filters.size());
  place.patterns.push_back(anchored);
  std::move(filters.begin(), filters.end(), std::back_inserter(place.filters));
}

/// Whether a cut may end the field early.
bool is_cut(const Rule& rule, std::uint32_t field) {
  return std::any_of(rule.until.begin(), rule.until.end(), [&](const Until& until) { return until.field == field; });
}

bool fills(const CompiledPattern& pattern, std::uint32_t field) { return pattern.left.fills(field) || pattern.right.fills(field); }

bool anchor_is_key(const std::vector<Type>& types, const Rule& rule, const CompiledPattern& pattern) {
  const std::uint32_t unique = types[rule.emits].unique;
  return unique != no_field && pattern.anchor_field == unique && !is_cut(rule, unique) && !fills(pattern, unique);
}

/// Finds the filters of a rule that test the anchor's own text, or a value that the anchor lends: they can be asked before a pattern is tried.
class AnchorFilters {
 public:
  AnchorFilters(const std::vector<Type>& types, const WordTableBuilder& symbols, const Layer& layer, const Rule& rule, const CompiledPattern& pattern)
      : types_(types), symbols_(symbols), layer_(layer), rule_(rule), pattern_(pattern) {}

  std::vector<AnchorFilter> find() const {
    std::vector<AnchorFilter> filters;
    const std::uint32_t field = pattern_.anchor_field;
    if (pattern_.anchor.tag || field == no_field || fills(pattern_, field)) return filters;
    for (const Filter& filter : rule_.refuse) add(filter, true, filters);
    for (const Filter& filter : rule_.require) add(filter, false, filters);
    return filters;
  }

 private:
  void add(const Filter& filter, bool refuses, std::vector<AnchorFilter>& filters) const {
    if (tests_text(filter)) {
      filters.push_back({refuses, filter.lexicon, 0, {}});
    } else if (const std::uint32_t value = value_tested(filter); value != no_field) {
      filters.push_back({refuses, nullptr, value, FlatArray<std::uint8_t>(hits_by_symbol(filter))});
    }
  }

  /// Whether a lexicon is asked for what the anchor stands for, all of it.
  bool tests_text(const Filter& filter) const {
    const bool is_anchor = filter.field == pattern_.anchor_field && types_[rule_.emits].fields[filter.field].kind == FieldKind::span;
    return is_anchor && filter.lexicon != nullptr && !is_cut(rule_, filter.field) && !is_set(rule_, filter.field);
  }

  /// The field of the anchor's type that lends the filter's field its value, where nothing else can; else `no_field`.
  std::uint32_t value_tested(const Filter& filter) const {
    const Field& tested = types_[rule_.emits].fields[filter.field];
    const bool is_lent = rule_.copy.size() == 1 && rule_.copy[0] == pattern_.anchor_field && !is_set(rule_, filter.field) && !fills(pattern_, filter.field);
    if (tested.kind == FieldKind::span || !is_lent) return no_field;
    const Type& anchor = types_[layer_.vocabulary.masks[pattern_.anchor.index].type];
    const std::uint32_t value = anchor.field(tested.name);
    return value != no_field && anchor.fields[value].kind != FieldKind::span ? value : no_field;
  }

  /// By symbol, 1 where the filter hits it.
  std::vector<std::uint8_t> hits_by_symbol(const Filter& filter) const {
    std::vector<std::uint8_t> result = {0};  // nothing hits a value that is missing
    for (Symbol symbol = 1; symbol < symbols_.size(); ++symbol) {
      const std::string_view word = symbols_.word(symbol);
      const bool hits = filter.lexicon != nullptr ? filter.lexicon->find(word) != nullptr : filter.regex->found_in(word);
      result.push_back(hits ? 1 : 0);
    }
    return result;
  }

  const std::vector<Type>& types_;
  const WordTableBuilder& symbols_;
  const Layer& layer_;
  const Rule& rule_;
  const CompiledPattern& pattern_;
};

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
        place_pattern(rule, i, AnchorFilters(types, symbols, layer, rule, pattern).find(), place);
      }
    }
    for (auto* places : {&layer.at_mask, &layer.at_tag}) {
      for (AnchoredPatterns& place : *places) sort_by_priority(place.patterns);
    }
  }
}

}  // namespace onrecord
