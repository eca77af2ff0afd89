#pragma once

#include <span>
#include <string_view>

#include "onrecord/extract/annotations.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// The conditions of a rule beside its pattern: what its fields must and must not hold, how long they may be, what stands
/// around. Refers to everything it is given.
class RuleConditions {
 public:
  RuleConditions(const RuleSet& rules, const Document& document, const Annotations& annotations)
      : rules_(rules), document_(document), annotations_(annotations) {}

  /// Whether required fields are there, and `not`, `only` and `limit` hold. `values`: one for each field of the emitted type.
  bool accept_values(const Rule& rule, std::span<const Value> values) const;
  /// Whether `not_left` and `not_right` hold at `in_view` of the text of a view.
  bool accept_sides(const Rule& rule, std::string_view view, Span in_view) const;
  /// Whether `inside`, `outside`, `after` and `before` hold at `span` of the folded text.
  bool accept_place(const Rule& rule, Span span) const;

 private:
  std::string_view text_of(const Value& value) const;
  bool hits(const Filter& filter, std::span<const Value> values) const;
  bool within_limits(const Rule& rule, std::span<const Value> values) const;

  const RuleSet& rules_;
  const Document& document_;
  const Annotations& annotations_;
};

}  // namespace onrecord
