#pragma once

#include <cstdint>
#include <string_view>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/matching/rule_conditions.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

class View;

/// Why a candidate makes no annotation, by the first of these in which it and the winner differ.
enum class Loss { yields, priority, length, order };

/// Sees how rules are tried: for explanations and measurements. Where none is given, nothing is done for it. Without
/// `use_filters` it sees every rule at every place; with them, what is really done.
class MatchObserver {
 public:
  virtual ~MatchObserver() = default;

  /// The rules of `layer` are tried on `unit` of the folded text. `view`: what their patterns see.
  virtual void unit(const Layer& layer, Span unit, const View& view) { (void)layer, (void)unit, (void)view; }
  /// The layer does not work on this unit: `over` or `skip` leaves it out.
  virtual void left_out(const Layer& layer, Span unit) { (void)layer, (void)unit; }
  /// A layer's set is asked which patterns without an anchor match.
  virtual void filtering(const Layer& layer) { (void)layer; }
  virtual void filtered(const Layer& layer) { (void)layer; }
  /// A pattern is tried at an anchor, or searched for in the unit; calls for what it matches stand in between.
  virtual void trying(const Rule& rule) { (void)rule; }
  virtual void tried(const Rule& rule) { (void)rule; }
  /// It matches, at this place of the view and of the folded text.
  virtual void matched(const Rule& rule, std::uint32_t pattern, Span in_view, Span span) { (void)rule, (void)pattern, (void)in_view, (void)span; }
  /// But it makes no candidate. `value`: what the field holds that the condition is about; empty: it is about none, or holds nothing.
  virtual void refused(const Rule& rule, std::uint32_t pattern, Span span, const BrokenCondition& why, std::string_view value) {
    (void)rule, (void)pattern, (void)span, (void)why, (void)value;
  }
  /// A candidate became the annotation `index`.
  virtual void kept(const Rule& rule, std::uint32_t pattern, Span span, std::uint32_t index) { (void)rule, (void)pattern, (void)span, (void)index; }
  /// A candidate lost against another.
  virtual void beaten(const Rule& rule, std::uint32_t pattern, Span span, const Rule& winner, Span winner_span, Loss by) {
    (void)rule, (void)pattern, (void)span, (void)winner, (void)winner_span, (void)by;
  }
};

}  // namespace onrecord
