#include "onrecord/extract/matching/annotations.h"

#include <algorithm>

namespace onrecord {

Annotations::Annotations(const RuleSet& rules) : rules_(&rules), by_type_(rules.types().size()), longest_(rules.types().size()) {}

std::uint32_t Annotations::add(TypeId type, RuleId rule, Span span, std::span<const Value> values) {
  const auto index = static_cast<std::uint32_t>(all_.size());
  all_.push_back({type, rule, span, static_cast<std::uint32_t>(values_.size())});
  values_.insert(values_.end(), values.begin(), values.end());
  longest_[type] = std::max(longest_[type], span.size());
  auto& same = by_type_[type];
  auto place = same.end();
  const auto later = [&](std::uint32_t other) {
    const Span there = all_[other].span;
    return there.begin > span.begin || (there.begin == span.begin && there.end < span.end);
  };
  while (place != same.begin() && later(*(place - 1))) --place;
  same.insert(place, index);
  return index;
}

std::uint32_t Annotations::add(TypeId type, RuleId rule, Span span) {
  const std::vector<Value> values(rules_->types()[type].fields.size());
  return add(type, rule, span, values);
}

std::size_t Annotations::first_reaching(TypeId type, std::uint32_t offset) const {
  const auto& same = of(type);
  const std::uint32_t begin = offset > longest_[type] ? offset - longest_[type] : 0;
  const auto first = std::lower_bound(same.begin(), same.end(), begin, [&](std::uint32_t index, std::uint32_t at) { return all_[index].span.begin < at; });
  return static_cast<std::size_t>(first - same.begin());
}

std::uint32_t Annotations::overlapping(TypeId type, Span span) const {
  const auto& same = of(type);
  for (std::size_t i = first_reaching(type, span.begin); i < same.size(); ++i) {
    if (all_[same[i]].span.begin >= span.end) break;
    if (all_[same[i]].span.overlaps(span)) return same[i];
  }
  return none;
}

std::uint32_t Annotations::containing(TypeId type, Span span) const {
  const auto& same = of(type);
  for (std::size_t i = first_reaching(type, span.begin); i < same.size(); ++i) {
    if (all_[same[i]].span.begin > span.begin) break;
    if (all_[same[i]].span.contains(span)) return same[i];
  }
  return none;
}

}  // namespace onrecord
