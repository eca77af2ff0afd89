#pragma once

#include <chrono>
#include <cstdint>

namespace onrecord {

/// What regular expressions did on one thread.
struct RegexCounts {
  std::chrono::nanoseconds groups{0};  ///< spent on what the groups of matches hold
  std::uint64_t resets = 0;            ///< an automaton threw all its states away, as they took too much memory
  std::uint64_t by_re2 = 0;            ///< searches that RE2 did: the automata gave up, or do not know the pattern

  std::int64_t memory = 0;  ///< bytes that states of automata and tables of sets took, less those thrown away; RE2's not

  RegexCounts& operator+=(const RegexCounts& other);
  RegexCounts& operator-=(const RegexCounts& other);
  bool operator==(const RegexCounts&) const = default;
};

/// Counts while it lives what regular expressions do on the thread that made it; there may be one at a time. Where none
/// lives, a match costs a test of a null pointer.
class RegexWatch {
 public:
  RegexWatch();
  ~RegexWatch();
  RegexWatch(const RegexWatch&) = delete;
  RegexWatch& operator=(const RegexWatch&) = delete;

  /// Since it was made.
  const RegexCounts& counts() const { return counts_; }
  /// The counts of this thread; null where nobody watches.
  static RegexCounts* watched();

 private:
  RegexCounts counts_;
};

/// Adds the time that it lives to `RegexCounts::groups`, where somebody watches and `counts`.
class GroupTimer {
 public:
  explicit GroupTimer(bool counts) : counts_(counts ? RegexWatch::watched() : nullptr) {
    if (counts_ != nullptr) began_ = std::chrono::steady_clock::now();
  }
  ~GroupTimer() {
    if (counts_ != nullptr) counts_->groups += std::chrono::steady_clock::now() - began_;
  }
  GroupTimer(const GroupTimer&) = delete;
  GroupTimer& operator=(const GroupTimer&) = delete;

 private:
  RegexCounts* counts_;
  std::chrono::steady_clock::time_point began_;
};

}  // namespace onrecord
