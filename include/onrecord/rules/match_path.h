#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/rules/state_table.h"

namespace onrecord {

/// The way of a `ForwardAutomaton` through a text, and what can be told from it: where the match began that ends at a place, and what its
/// groups hold. A state is a list of instructions in the order in which a backtracking search would try them, each reached in the first way
/// that leads to it. So from the end of the match back, the instruction that led to the next one is the first of its state that
/// does, and nothing else need be kept of the reading. What leads where is found when a text first asks, and kept. One thread uses it at a time.
class MatchPath {
 public:
  using State = StateTable::State;
  using Index = RegexProgram::Index;
  /// In the key of a state, at its end: a match may begin at any later place too; a match ends here.
  static constexpr std::uint16_t begin_again = 0xFFFE, match_ends = 0xFFFF;

  struct Step {
    State state;         ///< before a character
    std::uint16_t move;  ///< over it
  };

  /// All must outlive it.
  MatchPath(const RegexProgram& program, const PlaceKinds& kinds, const StateTable& table) : program_(program), kinds_(kinds), table_(table) {}
  ~MatchPath();
  MatchPath(const MatchPath&) = delete;
  MatchPath& operator=(const MatchPath&) = delete;

  /// The longest way that is kept, in bytes.
  static constexpr std::size_t longest = 1 << 15;

  /// Reading begins at `from`, in the state that the program starts with; at most `longest` bytes follow. Returns room for a step for each of
  /// them, to be filled where a character begins. It is shared by all paths of the thread: `find_match` comes before another path begins.
  Step* begin(std::string_view text, std::uint32_t from);
  /// The match that ends at `end`, up to which all steps are filled; sets `groups` as `Regex::search` does. False: it is not to be found.
  bool find_match(std::uint32_t end, std::vector<Span>& groups);
  /// To be called before states change their numbers.
  void forget();

 private:
  /// How an instruction came into a state: from which instruction of the state before, and past which edges of groups.
  struct Origin {
    Index from = RegexProgram::none;  // none: the match begins here
    std::uint16_t edges = 0;          // how many
    std::uint32_t first_edge = 0;     // in `edges_`
  };
  struct Known {
    std::uint64_t key = 0;  // 0: a free place
    Origin origin;
  };
  struct Way {
    Index at;
    std::size_t edges;  // how many of `trail_` lie before it
  };

  const Origin* origin(State state, std::size_t move, Index target);
  const Origin* origin_at_start(std::uint32_t flags, Index target);
  const Origin* look_for(State state, std::size_t move, Index target, std::uint64_t key);
  Known* place_of(std::uint64_t key);
  const Origin* keep(std::uint64_t key, Index from);
  bool reaches(Index from, std::uint32_t flags, Index target);
  void begin_search();
  void note_edges(const Origin& origin, std::uint32_t offset);

  const RegexProgram& program_;
  const PlaceKinds& kinds_;
  const StateTable& table_;
  std::string_view text_;
  std::uint32_t begin_ = 0;
  std::vector<Known> known_;           // open addressing; a power of two of them, or none
  std::size_t known_count_ = 0;
  std::vector<std::uint16_t> edges_;   // of all origins: 2 * group, and 1 more at its end
  std::vector<std::uint32_t> found_;   // by edge: its offset in the match at work
  // While an origin is looked for:
  std::vector<Way> work_;
  std::vector<std::uint16_t> trail_;
  std::vector<std::uint32_t> seen_;    // by instruction: the number of the search that it was last reached in
  std::uint32_t search_number_ = 0;
};

}  // namespace onrecord
