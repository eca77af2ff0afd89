#include "onrecord/extract/candidates.h"

#include <algorithm>

namespace onrecord {

void Candidates::clear() {
  candidates_.clear();
  values_.clear();
}

void Candidates::add(const Rule& rule, std::uint32_t pattern, Span span, Span key, std::span<const Value> values) {
  candidates_.push_back({&rule, pattern, span, key, static_cast<std::uint32_t>(values_.size())});
  values_.insert(values_.end(), values.begin(), values.end());
}

bool Candidates::yields_to_another(const Candidate& candidate) const {
  return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
    const auto& yields = candidate.rule->yields;
    return other.key.overlaps(candidate.key) && std::find(yields.begin(), yields.end(), other.rule->id) != yields.end();
  });
}

void Candidates::add_best(Pick pick, Annotations& annotations) {
  order_.clear();
  for (const Candidate& candidate : candidates_) {
    if (candidate.rule->yields.empty() || !yields_to_another(candidate)) order_.push_back(&candidate);
  }
  std::stable_sort(order_.begin(), order_.end(), [&](const Candidate* a, const Candidate* b) {
    if (a->rule->emits != b->rule->emits) return a->rule->emits < b->rule->emits;
    if (a->rule->definition.priority != b->rule->definition.priority) return a->rule->definition.priority > b->rule->definition.priority;
    if (pick == Pick::longest && a->span.size() != b->span.size()) return a->span.size() > b->span.size();
    if (a->rule->order != b->rule->order) return a->rule->order < b->rule->order;
    return a->pattern < b->pattern;
  });
  kept_.clear();
  for (const Candidate* candidate : order_) {
    const bool beaten = pick != Pick::all && std::any_of(kept_.begin(), kept_.end(), [&](const Candidate* other) {
      return other->rule->emits == candidate->rule->emits && other->key.overlaps(candidate->key);
    });
    if (!beaten) kept_.push_back(candidate);
  }
  std::stable_sort(kept_.begin(), kept_.end(), [](const Candidate* a, const Candidate* b) { return a->span.begin < b->span.begin; });
  for (const Candidate* candidate : kept_) {
    const std::size_t fields = candidate->rule->field_count;
    annotations.add(candidate->rule->emits, candidate->rule->id, candidate->span, {values_.data() + candidate->first_value, fields});
  }
}

}  // namespace onrecord
