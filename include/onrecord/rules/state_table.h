#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

namespace onrecord {

/// The states that a lazily built automaton has so far, and the moves between them. A state is known by its key, a list of
/// instructions, the last of which may be a mark. State 0 has the empty key.
class StateTable {
 public:
  using State = std::uint16_t;
  using Key = std::span<const std::uint16_t>;
  static constexpr State unknown = 0xFFFF;    ///< of a move: not built yet; of a new state: there is no room for it
  /// A bit of a state's number: there is more to do there than to move on. Set in state 0 and `unknown` too.
  static constexpr State special = 0x8000;
  static constexpr State dead = special;      ///< state 0: nothing leads out of it

  /// `moves`: how many each state has.
  explicit StateTable(std::size_t moves);

  /// Forgets every state but 0.
  void clear();
  /// The state with this key, if need be a new one, with these traits; those with any are special.
  State add(Key key, std::uint8_t traits);
  Key key(State state) const {
    const std::size_t i = index(state);
    return {keys_.data() + key_begins_[i], keys_.data() + key_begins_[i + 1]};
  }
  std::uint8_t traits(State state) const { return traits_[index(state)]; }
  /// The move with this number. Any state but `unknown`.
  State move(State state, std::size_t number) const { return moves_[index(state) * width_ + number]; }
  void set_move(State state, std::size_t number, State to) { moves_[index(state) * width_ + number] = to; }
  std::size_t bytes() const { return moves_.size() * sizeof(State) + keys_.size() * sizeof(std::uint16_t) + size() * 40; }

 private:
  struct Hash {
    const StateTable* table;
    std::size_t operator()(State state) const;
  };
  struct Equal {
    const StateTable* table;
    bool operator()(State a, State b) const;
  };
  static std::size_t index(State state) { return state & (special - 1); }
  std::size_t size() const { return key_begins_.size() - 1; }

  std::size_t width_;
  std::vector<State> moves_;
  std::vector<std::uint8_t> traits_;
  std::vector<std::uint16_t> keys_;  // one behind the other
  std::vector<std::uint32_t> key_begins_;
  std::unordered_set<State, Hash, Equal> numbers_;
};

}  // namespace onrecord
