#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"

namespace onrecord {

/// Finds what the groups of a regular expression hold, in time in proportion to the match and without trying ways that
/// lead nowhere. Agrees with RE2. Safe to use from several threads.
///
/// It reads the matched text twice. From its end to its start, a lazily built automaton tells for each place from which
/// instructions of the program the rest can be matched; its states are sets of instructions. Then from the start on, the
/// program is followed: at each choice the first branch from which the rest can be matched is the one that RE2 takes.
/// (A. Frisch, L. Cardelli, "Greedy regular expression matching", 2004.)
class GroupFinder {
 public:
  /// None where the pattern holds what it does not know; RE2 must do then.
  static std::optional<GroupFinder> build(std::string_view pattern, bool ignore_case);
  GroupFinder(GroupFinder&&) noexcept;
  GroupFinder& operator=(GroupFinder&&) noexcept;
  ~GroupFinder();

  /// `match`: where RE2 finds the expression in `text`. Fills `groups` as `Regex::search` does. False: it does not see
  /// a match there.
  bool find(std::string_view text, Span match, std::vector<Span>& groups) const;

 private:
  struct Impl;
  explicit GroupFinder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
