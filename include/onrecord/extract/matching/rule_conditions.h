#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Why a match makes no candidate.
struct BrokenCondition {
  /// The key of the rule that does not hold: "not", "only", "limit", "not_left", "inside"; "until": a cut leaves nothing of
  /// the field; "fields": a required one is missing. Empty: all hold.
  std::string_view key;
  std::uint32_t field = no_field;  ///< of the emitted type, that it is about

  explicit operator bool() const { return !key.empty(); }
};

/// The conditions of a rule beside its pattern: what its fields must and must not hold, how long they may be, what stands
/// around. Refers to everything it is given.
class RuleConditions {
 public:
  RuleConditions(const RuleSet& rules, const Document& document, const Annotations& annotations)
      : rules_(rules), document_(document), annotations_(annotations) {}

  /// Of required fields, `not`, `only` and `limit` (that of the unit apart) the first that does not hold. `values`: one for each field of the emitted type.
  BrokenCondition broken_by_values(const Rule& rule, std::span<const Value> values) const;
  /// Of `not_left` and `not_right`, at `in_view` of the text of a view.
  BrokenCondition broken_by_sides(const Rule& rule, std::string_view view, Span in_view) const;
  /// Whether the line, sentence or document is as short as `limit` asks for.
  bool fits_unit(const Rule& rule, Span unit) const;
  /// Whether the document holds what `amid` asks for, as far as layers have run.
  bool fits_document(const Rule& rule) const;
  /// Of `amid`, `inside`, `outside`, `after` and `before`, at `span` of the folded text.
  BrokenCondition broken_by_place(const Rule& rule, Span span) const;

  std::string_view text_of(const Value& value) const;

 private:
  bool hits(const Filter& filter, std::span<const Value> values) const;
  bool is_within(const Limit& limit, Span span) const;

  const RuleSet& rules_;
  const Document& document_;
  const Annotations& annotations_;
};

}  // namespace onrecord
