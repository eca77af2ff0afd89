#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "onrecord/base/flat_array.h"

namespace onrecord {

/// States of an automaton that were built before, with the moves between them: read-only, so that all threads and, in an image, all
/// processes share them.
struct BuiltStates {
  FlatArray<std::uint16_t> moves;       ///< by state and number of the move
  FlatArray<std::uint8_t> traits;       ///< by state
  FlatArray<std::uint16_t> keys;        ///< one behind the other
  FlatArray<std::uint32_t> key_begins;  ///< by state, and one more
  FlatArray<std::uint16_t> slots;       ///< the states by the hash of their keys
  FlatArray<std::uint16_t> starts;      ///< where the automaton begins; its own affair

  std::size_t size() const { return traits.size(); }
  template <typename Archive>
  void visit(Archive& archive) {
    archive(moves, traits, keys, key_begins, slots, starts);
  }
};

/// The states that a lazily built automaton has so far, and the moves between them. A state is known by its key, a list of
/// instructions, the last of which may be a mark. State 0 has the empty key. Most states are seen a few times and have a few moves, so a
/// state's moves are kept in a hash table of all states (`rare_move`) until it has been used often enough for a row of its own.
class StateTable {
 public:
  using State = std::uint16_t;
  using Key = std::span<const std::uint16_t>;
  static constexpr State unknown = 0xFFFF;  ///< of a move: not built yet; of a new state: there is no room for it
  /// A bit of a state's number: there is more to do there than to move on. Set in state 0 and `unknown` too.
  static constexpr State special = 0x8000;
  static constexpr State dead = special;  ///< state 0: nothing leads out of it
  /// There are no more: two numbers stay free.
  static constexpr std::size_t most_states = special - 2;

  /// `moves`: how many each state has. It begins with the states `built`, which must outlive it.
  StateTable(std::size_t moves, const BuiltStates& built);
  ~StateTable();
  StateTable(const StateTable&) = delete;
  StateTable& operator=(const StateTable&) = delete;

  /// Forgets every state but 0 and those that it began with.
  void clear();
  /// The state with this key, if need be a new one, with these traits; those with any are special.
  State add(Key key, std::uint8_t traits);
  Key key(State state) const { return key_of(index(state)); }
  std::uint8_t traits(State state) const {
    const std::size_t i = index(state);
    return i < built_.size() ? built_.traits[i] : traits_[i - built_.size()];
  }
  /// The move with this number; `unknown`: ask `rare_move`. Any state but `unknown`.
  State move(State state, std::size_t number) const { return row(index(state))[number]; }
  /// Returns what `read` returns of a function that gives the row of moves of a state (without its `special` bit), quickly. That holds until a state is
  /// added or gets a row. A short run asks few automata for more than the states that they began with, and does not pay for a table of all rows.
  template <typename Read>
  auto with_rows(const Read& read) const {
    if (!rows_.empty()) return read([rows = rows_.data()](std::size_t i) { return rows[i]; });
    return read([moves = built_.moves.data(), width = width_](std::size_t i) { return moves + i * width; });
  }
  static std::size_t index(State state) { return state & (special - 1); }
  /// The same as `move` where that does not know it.
  State rare_move(State state, std::size_t number);
  void set_move(State state, std::size_t number, State to);
  /// What it takes, without the states that it began with.
  std::size_t bytes() const {
    return rows_owned_ * width_ * sizeof(State) + keys_.size() * sizeof(std::uint16_t) + traits_.size() * bytes_of_state +
           rare_moves_.size() * sizeof(RareMove);
  }

  /// From now on no table of this thread forgets states by itself: for a program that puts them into an image.
  static void keep_all_states();
  /// Counts what this thread keeps for its automata besides their states towards the bound on these.
  static void count_memory(std::size_t before, std::size_t after);

  /// From now on `add` says `unknown` of a state that is not there, and `move` knows every move that is built.
  void stop_growing();
  /// Calls `build(state, number)` for each move that is not built.
  template <typename Build>
  void for_each_unknown_move(const Build& build) const {
    for (std::size_t i = 1; i < size(); ++i) {
      for (std::size_t number = 0; number < width_; ++number) {
        if (row(i)[number] == unknown) build(static_cast<State>(i), number);
      }
    }
  }
  /// Whether it is time to forget: it grew although it takes much, or its part of what those of this thread take together.
  bool takes_too_much() const { return has_grown_too_much_; }

  /// Stops growing and copies all states. `starts` is left empty.
  BuiltStates built();

 private:
  static constexpr std::size_t bytes_of_state = 20;  // its row's address, where its key begins, its slots
  struct RareMove {
    State state = unknown;  // unknown: a free place
    std::uint16_t number = 0;
    State to = unknown;
    std::uint16_t uses = 0;
  };
  std::size_t size() const { return rows_.empty() ? built_.size() : rows_.size(); }
  const State* row(std::size_t i) const { return rows_.empty() ? built_.moves.data() + i * width_ : rows_[i]; }
  void make_rows();
  Key key_of(std::size_t i) const {
    if (i < built_.size()) return {built_.keys.data() + built_.key_begins[i], built_.keys.data() + built_.key_begins[i + 1]};
    return {keys_.data() + key_begins_[i - built_.size()], keys_.data() + key_begins_[i - built_.size() + 1]};
  }
  State find(Key key, std::size_t hash, std::span<const std::uint16_t> slots) const;
  void enlarge_slots();
  State* new_row();
  bool has_own_row(std::size_t i) const {
    return !rows_.empty() && rows_[i] != no_moves_.data() && (i >= built_.size() || rows_[i] != built_.moves.data() + i * width_);
  }
  State* give_row(std::size_t i);
  RareMove& place_of_rare(std::size_t i, std::size_t number);
  void enlarge_rare_moves();
  void note_growth();

  const BuiltStates& built_;
  std::size_t width_;
  std::vector<State> no_moves_;     // the row of states that have none of their own
  std::vector<const State*> rows_;  // by state: its moves, in `built_`, in a block, or none; empty: all are in `built_`
  std::vector<std::unique_ptr<State[]>> blocks_;
  std::size_t rows_free_ = 0;  // in the last block
  std::size_t rows_in_block_ = 0;
  std::size_t rows_owned_ = 0;
  std::vector<RareMove> rare_moves_;  // open addressing; a power of two of them, or none
  std::size_t rare_count_ = 0;
  bool grows_ = true;
  bool has_grown_too_much_ = false;
  std::vector<std::uint8_t> traits_;  // of the states that are its own
  std::vector<std::uint16_t> keys_;   // theirs, one behind the other
  std::vector<std::uint32_t> key_begins_;
  std::vector<std::uint16_t> slots_;  // theirs, by the hash of their keys
};

}  // namespace onrecord
