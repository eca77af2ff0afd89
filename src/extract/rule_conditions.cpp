#include "onrecord/extract/rule_conditions.h"

#include <algorithm>

#include "onrecord/text/words.h"

namespace onrecord {

bool RuleConditions::accept_values(const Rule& rule, std::span<const Value> values) const {
  const auto& fields = rules_.types()[rule.emits].fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!fields[i].optional && !values[i].present()) return false;
  }
  return std::none_of(rule.refuse.begin(), rule.refuse.end(), [&](const Filter& filter) { return hits(filter, values); }) &&
         std::all_of(rule.require.begin(), rule.require.end(), [&](const Filter& filter) { return hits(filter, values); }) &&
         within_limits(rule, values);
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

bool RuleConditions::within_limits(const Rule& rule, std::span<const Value> values) const {
  for (const Limit& limit : rule.limits) {
    const Span span = values[limit.field].span;
    if (limit.characters > 0 && span.size() > limit.characters) return false;
    if (limit.words > 0 && words_in(document_.folded.text(), span).size() > limit.words) return false;
  }
  return true;
}

bool RuleConditions::accept_sides(const Rule& rule, std::string_view view, Span in_view) const {
  if (rule.not_left && rule.not_left->found_in(view.substr(0, in_view.begin))) return false;
  return !rule.not_right || !rule.not_right->found_in(view.substr(std::min<std::size_t>(in_view.end, view.size())));
}

bool RuleConditions::accept_place(const Rule& rule, Span span) const {
  const auto contained = [&](TypeId type) { return annotations_.containing(type, span) != Annotations::none; };
  const auto ends_before = [&](TypeId type) {
    const auto& all = annotations_.of(type);
    return !all.empty() && annotations_.at(all.front()).span.end <= span.begin;
  };
  const auto begins_after = [&](TypeId type) {
    const auto& all = annotations_.of(type);
    return !all.empty() && annotations_.at(all.back()).span.begin >= span.end;
  };
  return (rule.inside.empty() || std::any_of(rule.inside.begin(), rule.inside.end(), contained)) &&
         std::none_of(rule.outside.begin(), rule.outside.end(), contained) &&
         (rule.after.empty() || std::any_of(rule.after.begin(), rule.after.end(), ends_before)) &&
         (rule.before.empty() || std::any_of(rule.before.begin(), rule.before.end(), begins_after));
}

}  // namespace onrecord
