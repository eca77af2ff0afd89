#include <unordered_map>

#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

/// From how many parts beside an anchor on one pass over all costs less than trying them one after the other.
constexpr std::size_t many_parts = 64;

/// Numbers the parts on one side of an anchor, and makes a set of them where there are many.
void collect_parts(const std::vector<Rule>& rules, AnchoredPatterns& place, Side side) {
  std::unordered_map<const Regex*, std::uint32_t> numbers;
  std::vector<const Regex*> parts;
  for (AnchoredPattern& anchored : place.patterns) {
    const CompiledPattern& pattern = rules[anchored.rule].patterns[anchored.pattern];
    const Part& part = side == Side::left ? pattern.left : pattern.right;
    if (part.regex == nullptr) continue;
    const auto [known, added] = numbers.try_emplace(part.regex, static_cast<std::uint32_t>(parts.size()));
    if (added) parts.push_back(part.regex);
    (side == Side::left ? anchored.left : anchored.right) = known->second;
    (side == Side::left ? anchored.left_number : anchored.right_number) = part.number;
  }
  if (parts.size() >= many_parts) (side == Side::left ? place.lefts : place.rights).emplace(std::move(parts), side);
}

}  // namespace

void RuleSet::collect_anchored_parts() {
  for (Layer& layer : layers_) {
    for (auto* places : {&layer.at_mask, &layer.at_tag}) {
      for (AnchoredPatterns& place : *places) {
        collect_parts(rules_, place, Side::left);
        collect_parts(rules_, place, Side::right);
      }
    }
  }
}

}  // namespace onrecord
