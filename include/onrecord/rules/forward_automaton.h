#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/rules/ascii_moves.h"
#include "onrecord/rules/match_path.h"
#include "onrecord/rules/move_numbers.h"
#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/rules/state_table.h"

namespace onrecord {

/// Where a match may begin.
enum class MatchStart { here, anywhere };
/// Which match is wanted: the first to be sure of, which tells that there is one; or the leftmost one, an earlier alternative rather.
enum class MatchWanted { any, leftmost };

/// Reads a text from left to right and tells where the match of a program ends that a backtracking search would find. Its states are
/// lists of instructions, what is to be taken rather first; built when a text needs them (K. Thompson, "Regular
/// expression search algorithm", 1968; the order of the list as in RE2). One thread uses it at a time.
class ForwardAutomaton {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static constexpr std::uint32_t gave_up = 0xFFFFFFFE;  ///< it would need too many states

  /// All must outlive it. `built`: the states that it begins with, as `built()` of an automaton of this program gave them; may be none.
  ForwardAutomaton(const RegexProgram& program, const LeadingInstructions& leading, const BuiltStates& built);

  /// Where the wanted match of `text` from `from` on ends (`any`: where the first that ends does), `none` or `gave_up`.
  std::uint32_t end_of_match(std::string_view text, std::uint32_t from, MatchStart start, MatchWanted wanted);
  /// Where some match anywhere in `text` ends, `none` or `gave_up`. Where a match can begin at few places, it is looked for from one after
  /// the other: the states of one beginning are few, those of all beginnings together are many.
  std::uint32_t end_of_any(std::string_view text);
  /// Finds the leftmost match of `text` from `from` on; where there is one, sets `groups` as `Regex::search` does. Returns where it ends, as
  /// `end_of_match` does. At most `MatchPath::longest` bytes.
  std::uint32_t find_match(std::string_view text, std::uint32_t from, MatchStart start, std::vector<Span>& groups);
  /// Copies the states that it has, with all moves between them. Afterwards it builds no others.
  BuiltStates built();

 private:
  using State = StateTable::State;
  using Index = RegexProgram::Index;

  template <bool keeps_path>
  std::uint32_t run(State state, std::string_view text, std::uint32_t& at, MatchWanted wanted);
  template <bool keeps_path>
  std::uint32_t run_from(std::string_view text, std::uint32_t from, MatchStart start, std::uint32_t& reached);
  template <bool keeps_path>
  std::uint32_t end_of_first(std::string_view text, std::uint32_t from);
  void make_room();
  bool may_skip() const;
  State start_state(std::string_view text, std::uint32_t from, MatchStart start);
  State new_start_state(std::uint32_t flags, MatchStart start);
  State step(State state, std::size_t edge);
  void begin_key();
  bool follow(Index index, std::uint32_t flags);
  State add_key(std::uint8_t traits);
  template <bool tells_words, bool keeps_path>
  State move_on(State state, std::string_view text, std::uint32_t& at);
  template <bool tells_words, bool keeps_path, typename Row>
  State move_by(const Row& row, State state, std::string_view text, std::uint32_t& at);
  template <bool keeps_path>
  State move_one(State state, std::string_view text, std::uint32_t& at);
  void forget();

  const RegexProgram& program_;
  const BuiltStates& built_;
  PlaceKinds kinds_;
  MoveNumbers moves_;
  StateTable table_;
  AsciiMoves ascii_moves_;
  std::array<std::array<State, place_kinds>, 2> starts_;
  MatchPath path_;
  State* states_ = nullptr;         // of `path_`
  std::uint32_t states_begin_ = 0;  // where the first of them belongs
  std::uint32_t begun_ = 0;         // where the match at work may begin, if it begins nowhere else
  std::vector<std::uint16_t> key_;
  InstructionMarks* marks_ = nullptr;  // while a state is built: what stands in the key
};

}  // namespace onrecord
