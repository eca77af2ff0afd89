#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// The value of one field: a stretch of the folded text, or a word of the rule set, or neither.
struct Value {
  Span span;
  Symbol symbol = 0;  ///< of `RuleSet::symbol`; 0: none
  bool present() const { return symbol != 0 || span.end > 0; }
  bool operator==(const Value&) const = default;
};

/// A typed span with fields that a rule (or a scanner: `rule` is `no_rule`) made.
struct Annotation {
  TypeId type = 0;
  RuleId rule = no_rule;
  Span span;                      ///< in the folded text
  std::uint32_t first_value = 0;  ///< its values stand in `Annotations`, one for each field of its type
};

/// Everything found in one document so far. Grows only; an annotation keeps its index.
class Annotations {
 public:
  explicit Annotations(const RuleSet& rules);

  /// Adds one; `values` has one entry for each field of the type. Returns its index.
  std::uint32_t add(TypeId type, RuleId rule, Span span, std::span<const Value> values);
  /// Adds one without fields.
  std::uint32_t add(TypeId type, RuleId rule, Span span);

  const Annotation& at(std::uint32_t index) const { return all_[index]; }
  std::size_t size() const { return all_.size(); }
  const Value& value(std::uint32_t index, std::uint32_t field) const { return values_[all_[index].first_value + field]; }
  Value& value(std::uint32_t index, std::uint32_t field) { return values_[all_[index].first_value + field]; }

  /// Indices of the annotations of a type, by start, then longer first, then the order added.
  const std::vector<std::uint32_t>& of(TypeId type) const { return by_type_[type]; }
  /// The first annotation of `type` that overlaps `span`, or `none`.
  std::uint32_t overlapping(TypeId type, Span span) const;
  /// The first annotation of `type` that contains `span`, or `none`.
  std::uint32_t containing(TypeId type, Span span) const;

  static constexpr std::uint32_t none = 0xFFFFFFFF;

 private:
  /// Index into `of(type)` before which no annotation reaches `offset`.
  std::size_t first_reaching(TypeId type, std::uint32_t offset) const;

  const RuleSet* rules_;
  std::vector<Annotation> all_;
  std::vector<Value> values_;
  std::vector<std::vector<std::uint32_t>> by_type_;
  std::vector<std::uint32_t> longest_;  // of each type: how far back an annotation that reaches an offset may begin
};

}  // namespace onrecord
