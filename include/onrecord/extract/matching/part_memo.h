#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// What the parts of patterns found at one anchor. Many rules share a part ("a subject stands here"), which is tried once.
class PartMemo {
 public:
  PartMemo(const RuleSet& rules, RegexEngine engine) : rules_(rules), engine_(engine) {}

  /// Forgets everything: another anchor follows. Before all else.
  void next_anchor() {
    ++anchor_;
    if (left_.empty()) make_room();
  }
  /// The groups of the part's match at the end of `text`, or null. Valid until the next anchor.
  const std::vector<Span>* left(const Part& part, std::string_view text);
  /// The groups of its match at the start of `text`, or null.
  const std::vector<Span>* right(const Part& part, std::string_view text);
  /// Whether it is known already that the part of this number does not match at the start of what follows the anchor; at the end of what
  /// leads to it.
  bool right_failed(std::uint32_t number) const { return right_[number].anchor == anchor_ && !right_[number].matched; }
  bool left_failed(std::uint32_t number) const { return left_[number].anchor == anchor_ && !left_[number].matched; }

 private:
  struct Result {
    std::uint32_t anchor = 0;  // where it was tried
    bool matched = false;
    std::vector<Span> groups;
  };
  void make_room();

  const RuleSet& rules_;
  RegexEngine engine_;
  std::uint32_t anchor_ = 0;
  std::vector<Result> left_, right_;  // by number of the part, once there is an anchor: many units have none
};

}  // namespace onrecord
