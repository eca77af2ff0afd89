#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "onrecord/extract/matching/anchor_fit.h"
#include "onrecord/extract/matching/candidates.h"
#include "onrecord/extract/matching/rule_conditions.h"
#include "onrecord/extract/matching/unit_at_work.h"

namespace onrecord {

class MatchObserver;

/// Makes candidates of what patterns and word lists find in a unit: fills the fields, ends them early where cuts say so, and refuses what the
/// conditions of its rule do not allow. Refers to everything it is given.
class MatchWeigher {
 public:
  /// `observer` may be null; it sees what matched, and what was refused and why.
  MatchWeigher(const RuleSet& rules, const Document& document, Annotations& annotations, UnitAtWork& unit, MatchObserver* observer)
      : rules_(rules),
        annotations_(annotations),
        unit_(unit),
        observer_(observer),
        conditions_(rules, document, annotations),
        anchor_fit_(rules, document, annotations) {}

  /// Another unit: there are no candidates.
  void next_unit() { candidates_.clear(); }

  const RuleConditions& conditions() const { return conditions_; }
  const AnchorFit& anchor_fit() const { return anchor_fit_; }

  /// A match begins to be described: no group has filled a field yet.
  void begin_match() { fields_.clear(); }
  /// The groups of a part that matched, `offset` bytes into the view. Of groups that fill the same field the first one that took part counts.
  void add_groups(const Part& part, const std::vector<Span>& groups, std::uint32_t offset);
  void add_field(std::uint32_t field, Span in_view) { fields_.emplace_back(field, in_view); }
  /// What was described is the match of a pattern (an index) at `in_view`. Whether it is a candidate now.
  bool weigh(const Rule& rule, std::uint32_t pattern, Span in_view);

  /// The same for an entry of the list of a rule of words, at a place of the folded text.
  bool weigh_word(const Rule& rule, Span span, const LexiconEntry& entry);

  /// Adds the best of the unit's candidates to the annotations.
  void add_best();

 private:
  using FieldNumbers = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  struct SharedFields {
    TypeId own, other;
    FieldNumbers numbers;
  };

  bool fill(const Rule& rule, std::uint32_t field, Span span);
  Span source_of(Span view_span);
  void copy_fields(const Rule& rule, Span view_span);
  const FieldNumbers& shared_fields(TypeId own, TypeId other);
  bool refuse(const Rule& rule, std::uint32_t pattern, Span span, const BrokenCondition& broken) const;
  void put_up(const Rule& rule, std::uint32_t pattern, Span span);

  const RuleSet& rules_;
  Annotations& annotations_;
  UnitAtWork& unit_;
  MatchObserver* observer_;
  RuleConditions conditions_;
  AnchorFit anchor_fit_;
  Candidates candidates_;
  std::vector<std::pair<std::uint32_t, Span>> fields_;  // what groups fill; `no_field`: the span of the match
  std::vector<Value> values_;                           // of the candidate in work
  std::vector<SharedFields> shared_fields_;             // of the pairs of types asked for so far
};

}  // namespace onrecord
