#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

class MatchObserver;

/// What a rule would emit, before it is weighed against the others.
struct Candidate {
  const Rule* rule = nullptr;
  std::uint32_t pattern = 0;  ///< index into the rule's patterns
  Span span;
  Span key;                       ///< overlap is judged on it
  std::uint32_t first_value = 0;  ///< of its fields, in `Candidates`
};

/// The candidates of one unit in one layer. They may come in any order, those of one pattern from left to right.
class Candidates {
 public:
  /// Whether nothing has been put up.
  bool empty() const { return candidates_.empty(); }
  void clear();
  /// `values`: one for each field of the emitted type.
  void add(const Rule& rule, std::uint32_t pattern, Span span, Span key, std::span<const Value> values);
  /// Chooses among overlapping candidates of one type and adds those that win: by priority, then (pick = longest) by
  /// length, then by the order of rules, of their patterns, of their places.
  /// `observer` may be null.
  void add_best(Pick pick, Annotations& annotations, MatchObserver* observer);

 private:
  /// The candidate that this one yields to; null: none.
  const Candidate* winner_by_yielding(const Candidate& candidate) const;
  void rank(Pick pick, MatchObserver* observer);
  void keep_best(Pick pick, MatchObserver* observer);

  std::vector<Candidate> candidates_;
  std::vector<Value> values_;
  std::vector<const Candidate*> order_, kept_;
};

}  // namespace onrecord
