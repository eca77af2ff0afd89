#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/rules/instruction_marks.h"
#include "onrecord/rules/leading_instructions.h"
#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/rules/state_table.h"

namespace onrecord {

/// The way of a `ForwardAutomaton` through a text, and what follows from it: where the match began that ends at a place, and what its
/// groups hold. A state is a list of instructions in the order in which a backtracking search would try them, each reached in the first way
/// that leads to it. So from the end of the match back, the instruction that led to the next one is the first of its state that takes the
/// character and does, and nothing else need be kept of the reading. Mostly one instruction of a state can lead to the next one, whatever the
/// character; which ones can is found when a text first asks, and kept. One thread uses it at a time.
class MatchPath {
 public:
  using State = StateTable::State;
  using Index = RegexProgram::Index;
  /// In the key of a state, at its end: a match may begin at any later place too; a match ends here.
  static constexpr std::uint16_t begin_again = 0xFFFE, match_ends = 0xFFFF;

  /// All must outlive it.
  MatchPath(const RegexProgram& program, const LeadingInstructions& leading, const PlaceKinds& kinds, const StateTable& table)
      : program_(program), leading_(leading), kinds_(kinds), table_(table) {}
  ~MatchPath();
  MatchPath(const MatchPath&) = delete;
  MatchPath& operator=(const MatchPath&) = delete;

  /// The longest way that is kept, in bytes.
  static constexpr std::size_t longest = 1 << 15;

  /// Reading begins at `from` or behind it; at most `longest` bytes follow. Returns room for each of them, to be filled with the state before a
  /// character where the character begins. It is shared by all paths of the thread: `find_match` comes before another path begins.
  State* begin(std::string_view text, std::uint32_t from);
  /// The match that ends at `end`, up to which all is filled from `start` on, where the state was one that the program starts with; sets
  /// `groups` as `Regex::search` does. False: it is not to be found.
  bool find_match(std::uint32_t start, std::uint32_t end, std::vector<Span>& groups);
  /// To be called before states change their numbers.
  void forget();

 private:
  /// How an instruction may come into a state: from which instruction of the state before, and past which edges of groups.
  struct Origin {
    Index from = RegexProgram::none;  // none: the match begins here
    bool is_last = true;              // of those that may lead to the same instruction
    std::uint16_t edges = 0;          // how many
    std::uint32_t first_edge = 0;     // in `edges_`
  };
  struct Known {
    std::uint32_t key = 0;            // 0: a free place
    Index from = RegexProgram::none;  // as in `Origin`
    std::uint16_t details = 0;        // 0: there is no other, and no edge; else the number of the first origin, and 1 more
  };

  const Known* known(std::uint32_t key) const;
  std::uint32_t skip_alike(std::uint32_t start, std::uint32_t at) const;
  const Known* origins(State state, std::size_t kind, Index target, std::uint32_t key);
  const Known* origins_at_start(std::uint32_t flags, Index target);
  const Origin& choose(const Known& known, std::uint32_t offset) const;
  std::size_t place_of(std::uint32_t key) const;
  void make_room();
  void find_ways_to(Index target, std::uint32_t flags);
  bool leads(Index index) const { return leads_->has(index); }
  void note_origin(Index from, Index first, Index target);
  const Known* keep(std::uint32_t key);
  void note_edges(const Origin& origin, std::uint32_t offset);

  const RegexProgram& program_;
  const LeadingInstructions& leading_;
  const PlaceKinds& kinds_;
  const StateTable& table_;
  std::string_view text_;
  std::uint32_t begin_ = 0;
  State* states_ = nullptr;   // by offset from `begin_`
  std::vector<Known> known_;  // open addressing; a power of two of them, or none
  std::size_t known_count_ = 0;
  std::vector<Origin> origins_;              // those that lead to the same instruction stand one behind the other, what is taken rather first
  std::vector<Origin> found_origins_;        // of the instruction at work
  std::vector<std::uint16_t> edges_;         // of all origins: 2 * group, and 1 more at its end
  std::vector<std::uint32_t> found_;         // by edge: its offset in the match at work
  const InstructionMarks* leads_ = nullptr;  // while origins are looked for: from which instructions the target is reached without reading
};

}  // namespace onrecord
