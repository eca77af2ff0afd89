#include "onrecord/extract/matching/candidates.h"

#include <algorithm>

#include "onrecord/extract/matching/match_observer.h"

namespace onrecord {
namespace {

void report_loss(const Candidate& loser, const Candidate& winner, Loss by, MatchObserver* observer) {
  if (observer != nullptr) observer->beaten(*loser.rule, loser.pattern, loser.span, *winner.rule, winner.span, by);
}

Loss loss_of(const Candidate& loser, const Candidate& winner, Pick pick) {
  if (loser.rule->priority != winner.rule->priority) return Loss::priority;
  return pick == Pick::longest && loser.span.size() != winner.span.size() ? Loss::length : Loss::order;
}

}  // namespace

void Candidates::clear() {
  candidates_.clear();
  values_.clear();
}

void Candidates::add(const Rule& rule, std::uint32_t pattern, Span span, Span key, std::span<const Value> values) {
  candidates_.push_back({&rule, pattern, span, key, static_cast<std::uint32_t>(values_.size())});
  values_.insert(values_.end(), values.begin(), values.end());
}

const Candidate* Candidates::winner_by_yielding(const Candidate& candidate) const {
  const auto found = std::find_if(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
    const auto& yields = candidate.rule->yields;
    return other.key.overlaps(candidate.key) && std::find(yields.begin(), yields.end(), other.rule->id) != yields.end();
  });
  return found == candidates_.end() ? nullptr : &*found;
}

/// Those that yield to none, in the order in which they win: type by type, as `add_best` says.
void Candidates::rank(Pick pick, MatchObserver* observer) {
  order_.clear();
  for (const Candidate& candidate : candidates_) {
    const Candidate* winner = candidate.rule->yields.empty() ? nullptr : winner_by_yielding(candidate);
    if (winner == nullptr) order_.push_back(&candidate);
    else report_loss(candidate, *winner, Loss::yields, observer);
  }
  std::sort(order_.begin(), order_.end(), [&](const Candidate* a, const Candidate* b) {
    if (a->rule->emits != b->rule->emits) return a->rule->emits < b->rule->emits;
    if (a->rule->priority != b->rule->priority) return a->rule->priority > b->rule->priority;
    if (pick == Pick::longest && a->span.size() != b->span.size()) return a->span.size() > b->span.size();
    if (a->rule->order != b->rule->order) return a->rule->order < b->rule->order;
    if (a->pattern != b->pattern) return a->pattern < b->pattern;
    return a < b;  // the order in which they were put up
  });
}

/// Of those ranked, all that overlap none of their type before them, by place.
void Candidates::keep_best(Pick pick, MatchObserver* observer) {
  kept_.clear();
  for (const Candidate* candidate : order_) {
    const auto winner = pick == Pick::all ? kept_.end() : std::find_if(kept_.begin(), kept_.end(), [&](const Candidate* other) {
      return other->rule->emits == candidate->rule->emits && other->key.overlaps(candidate->key);
    });
    if (winner == kept_.end()) kept_.push_back(candidate);
    else report_loss(*candidate, **winner, loss_of(*candidate, **winner, pick), observer);
  }
  const auto begins_before = [](const Candidate* a, const Candidate* b) { return a->span.begin < b->span.begin; };
  if (!std::is_sorted(kept_.begin(), kept_.end(), begins_before)) std::stable_sort(kept_.begin(), kept_.end(), begins_before);  // which asks for memory
}

void Candidates::add_best(Pick pick, Annotations& annotations, MatchObserver* observer) {
  rank(pick, observer);
  keep_best(pick, observer);
  for (const Candidate* candidate : kept_) {
    const std::size_t fields = candidate->rule->field_count;
    const std::uint32_t index =
        annotations.add(candidate->rule->emits, candidate->rule->id, candidate->span, {values_.data() + candidate->first_value, fields});
    if (observer != nullptr) observer->kept(*candidate->rule, candidate->pattern, candidate->span, index);
  }
}

}  // namespace onrecord
