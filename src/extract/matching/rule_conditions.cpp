#include "onrecord/extract/matching/rule_conditions.h"

#include <algorithm>

#include "onrecord/text/words.h"

namespace onrecord {

BrokenCondition RuleConditions::broken_by_values(const Rule& rule, std::span<const Value> values) const {
  const auto& fields = rules_.types()[rule.emits].fields;
  for (std::uint32_t i = 0; i < fields.size(); ++i) {
    if (!fields[i].optional && !values[i].present()) return {"fields", i};
  }
  for (const Filter& filter : rule.refuse) {
    if (hits(filter, values)) return {"not", filter.field};
  }
  for (const Filter& filter : rule.require) {
    if (!hits(filter, values)) return {"only", filter.field};
  }
  for (const Limit& limit : rule.limits) {
    if (limit.field != no_field && !is_within(limit, values[limit.field].span)) return {"limit", limit.field};
  }
  return {};
}

std::string_view RuleConditions::text_of(const Value& value) const {
  return value.symbol != 0 ? rules_.symbol(value.symbol) : document_.folded.slice(value.span);
}

bool RuleConditions::hits(const Filter& filter, std::span<const Value> values) const {
  const Value& value = values[filter.field];
  if (!value.present()) return false;
  if (filter.lexicon != nullptr) return filter.lexicon->find(text_of(value)) != nullptr;
  return filter.regex && filter.regex->found_in(text_of(value));
}

bool RuleConditions::is_within(const Limit& limit, Span span) const {
  if (limit.characters > 0 && span.size() > limit.characters) return false;
  return limit.words == 0 || words_in(document_.folded.text(), span).size() <= limit.words;
}

BrokenCondition RuleConditions::broken_by_sides(const Rule& rule, std::string_view view, Span in_view) const {
  if (rule.not_left && rule.not_left->found_in(view.substr(0, in_view.begin))) return {"not_left"};
  const std::string_view right = view.substr(std::min<std::size_t>(in_view.end, view.size()));
  if (rule.not_right && rule.not_right->found_in(right)) return {"not_right"};
  return {};
}

bool RuleConditions::fits_unit(const Rule& rule, Span unit) const {
  return std::all_of(rule.limits.begin(), rule.limits.end(), [&](const Limit& limit) { return limit.field != no_field || is_within(limit, unit); });
}

bool RuleConditions::fits_document(const Rule& rule) const {
  return std::all_of(rule.amid.begin(), rule.amid.end(), [&](const auto& wanted) { return annotations_.of(wanted.first).size() >= wanted.second; });
}

BrokenCondition RuleConditions::broken_by_place(const Rule& rule, Span span) const {
  const auto contained = [&](TypeId type) { return annotations_.containing(type, span) != Annotations::none; };
  const auto ends_before = [&](TypeId type) {
    const auto& all = annotations_.of(type);
    return !all.empty() && annotations_.at(all.front()).span.end <= span.begin;
  };
  const auto begins_after = [&](TypeId type) {
    const auto& all = annotations_.of(type);
    return !all.empty() && annotations_.at(all.back()).span.begin >= span.end;
  };
  const auto any = [](const std::vector<TypeId>& types, const auto& holds) { return std::any_of(types.begin(), types.end(), holds); };
  if (!fits_document(rule)) return {"amid"};
  if (!rule.inside.empty() && !any(rule.inside, contained)) return {"inside"};
  if (any(rule.outside, contained)) return {"outside"};
  if (!rule.after.empty() && !any(rule.after, ends_before)) return {"after"};
  if (!rule.before.empty() && !any(rule.before, begins_after)) return {"before"};
  return {};
}

}  // namespace onrecord
