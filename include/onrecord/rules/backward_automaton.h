#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/rules/ascii_moves.h"
#include "onrecord/rules/instruction_marks.h"
#include "onrecord/rules/leading_instructions.h"
#include "onrecord/rules/move_numbers.h"
#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/rules/state_table.h"

namespace onrecord {

/// Reads a text from right to left and finds where a match begins that ends at a given place, and what its groups hold, in time
/// in proportion to the match and without trying ways that lead nowhere. Agrees with RE2. One thread uses it at a time.
///
/// From the end to the start, a lazily built automaton tells for each place from which instructions of the program the rest can be
/// matched; its states are sets of instructions. Then from the start on, the program is followed: at each choice the first branch
/// from which the rest can be matched is the one that RE2 takes. (A. Frisch, L. Cardelli, "Greedy regular expression
/// matching", 2004.)
class BackwardAutomaton {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::uint32_t gave_up = 0xFFFFFFFE;  ///< it would need too many states

  /// All must outlive it. `built`: as for `ForwardAutomaton`.
  BackwardAutomaton(const RegexProgram& program, const LeadingInstructions& leading, const BuiltStates& built);

  /// The smallest offset from `begin` on at which a match begins that ends at `end`, `none` or `gave_up`. Stops reading where
  /// nothing can match.
  std::uint32_t begin_of_match(std::string_view text, std::uint32_t begin, std::uint32_t end) { return read<false>(text, begin, end); }
  /// The same, and what `find_groups` needs is kept.
  std::uint32_t begin_of_match_with_groups(std::string_view text, std::uint32_t begin, std::uint32_t end) { return read<true>(text, begin, end); }
  /// Fills `groups` as `Regex::search` does, for the match of the last `begin_of_match_with_groups`, whose text must still be there.
  void find_groups(Span match, std::vector<Span>& groups);
  /// Copies the states that it has, with all moves between them. Afterwards it builds no others.
  BuiltStates built();

 private:
  using State = StateTable::State;
  using Index = RegexProgram::Index;
  template <bool keeps_path>
  std::uint32_t read(std::string_view text, std::uint32_t begin, std::uint32_t end);
  State move_one(State state, std::string_view text, std::uint32_t& at);
  State end_state(std::string_view text, std::uint32_t end);
  State step(State state, std::size_t edge);
  void begin_key();
  void insert(Index index);
  State close_and_add(std::uint32_t flags);
  bool has(State state, Index index) const;
  Index follow_to_character(Index at, State state, std::uint32_t offset, std::vector<Span>& groups);
  void forget();

  const RegexProgram& program_;
  const LeadingInstructions& leading_;
  const BuiltStates& built_;
  PlaceKinds kinds_;
  MoveNumbers moves_;
  StateTable table_;
  AsciiMoves ascii_moves_;
  std::array<State, place_kinds> ends_;
  std::string_view path_text_;  // what was read last
  std::vector<State> path_;     // by offset from `path_begin_` on: the state there
  std::uint32_t path_begin_ = 0;
  /// Which character comes next where instruction `at` is reached in a state, if no group begins or ends on the way.
  struct Followed {
    State state = StateTable::unknown;
    Index at = 0;
    Index to = 0;
  };
  std::vector<Followed> followed_;  // by some bits of state and instruction; made when first used
  // While a state is built:
  std::vector<std::uint16_t> key_;
  std::vector<std::uint64_t> in_key_;  // bits, by instruction
  InstructionMarks* marks_ = nullptr;  // what was inserted, and what is to be gone on from
  std::size_t work_size_ = 0;
};

}  // namespace onrecord
