#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "onrecord/rules/regex_program.h"

namespace onrecord {

/// Which instructions of a program have been seen while one state of an automaton, or one step of a way through it, is looked for, and those that
/// are still to be gone on from. All automata of a thread share them, one after the other: each would else need room for every instruction of its program.
class InstructionMarks {
 public:
  using Index = RegexProgram::Index;

  /// Those of this thread, for a program of `count` instructions, none of them marked. They are in use until the next call.
  static InstructionMarks& begin(std::size_t count);

  /// Whether it is marked since `begin`.
  bool has(Index index) const { return seen_[index] == number_; }
  void add(Index index) { seen_[index] = number_; }
  /// False where it was there.
  bool insert(Index index) {
    if (has(index)) return false;
    add(index);
    return true;
  }
  /// Room for `count` instructions, to be filled from the front.
  Index* work() { return work_.data(); }

 private:
  std::vector<std::uint32_t> seen_;  // by instruction: the last number under which it was marked
  std::vector<Index> work_;
  std::uint32_t number_ = 0;
};

}  // namespace onrecord
