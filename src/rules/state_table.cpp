#include "onrecord/rules/state_table.h"

#include <algorithm>

#include "onrecord/rules/regex_watch.h"

namespace onrecord {
namespace {

constexpr std::size_t least_slots = 16;
constexpr std::size_t most_rows_in_block = 64;

constexpr std::size_t most_bytes_of_thread = 5 << 20;
constexpr std::size_t few_bytes = 128 << 10;  // to forget less helps nobody
constexpr std::uint16_t most_rare_uses = 32;  // of a move, before its state gets a row

thread_local std::size_t bytes_of_thread = 0;  // of all tables
thread_local bool keeps_all_states = false;

std::size_t hash_of(StateTable::Key key) {
  std::uint64_t hash = 0;
  for (const std::uint16_t instruction : key) hash = (hash ^ instruction) * 0x9E3779B97F4A7C15 + (hash >> 29);
  return static_cast<std::size_t>(hash ^ (hash >> 32));
}

/// Puts a state into the first free slot from that of its hash on. There must be one; how many there are is a power of two.
void put(std::vector<std::uint16_t>& slots, StateTable::State state, std::size_t hash) {
  const std::size_t mask = slots.size() - 1;
  while (slots[hash & mask] != StateTable::unknown) ++hash;
  slots[hash & mask] = state;
}

std::size_t slots_for(std::size_t states) {
  std::size_t result = least_slots;
  while (result < 2 * states) result *= 2;
  return result;
}

}  // namespace

StateTable::StateTable(std::size_t moves, const BuiltStates& built) : built_(built), width_(moves), no_moves_(moves, unknown) { clear(); }

void StateTable::count_memory(std::size_t before, std::size_t after) {
  bytes_of_thread += after - before;
  if (RegexCounts* counts = RegexWatch::watched()) counts->memory += static_cast<std::int64_t>(after) - static_cast<std::int64_t>(before);
}

StateTable::~StateTable() { bytes_of_thread -= bytes(); }

void StateTable::keep_all_states() { keeps_all_states = true; }

void StateTable::note_growth() { has_grown_too_much_ = bytes() > few_bytes && bytes_of_thread > most_bytes_of_thread && !keeps_all_states; }

void StateTable::stop_growing() {
  grows_ = false;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!has_own_row(i)) give_row(i);
  }
}

void StateTable::clear() {
  const std::size_t before = bytes();
  blocks_.clear();
  rows_free_ = rows_in_block_ = rows_owned_ = 0;
  traits_.clear();
  keys_.clear();
  key_begins_.assign(1, 0);
  slots_.clear();
  rare_moves_.clear();
  rare_count_ = 0;
  has_grown_too_much_ = false;
  rows_.clear();
  constexpr std::uint8_t any_trait = 0x80;
  if (built_.size() == 0) add({}, any_trait);
  count_memory(before, bytes());
}

void StateTable::make_rows() {
  if (!rows_.empty()) return;
  rows_.resize(built_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i] = built_.moves.data() + i * width_;
}

StateTable::State StateTable::add(Key key, std::uint8_t traits) {
  const std::size_t hash = hash_of(key);
  if (built_.size() > 0) {
    if (const State known = find(key, hash, {built_.slots.data(), built_.slots.size()}); known != unknown) return known;
  }
  if (!slots_.empty()) {
    if (const State known = find(key, hash, slots_); known != unknown) return known;
  }
  if (!grows_ || size() >= most_states) return unknown;
  const std::size_t before = bytes();
  const auto state = static_cast<State>(size() | (traits != 0 ? special : 0U));
  // They take the most memory: a vector on its own would take up to twice as much.
  if (keys_.capacity() < keys_.size() + key.size()) keys_.reserve(keys_.size() + key.size() + keys_.size() / 4);
  keys_.insert(keys_.end(), key.begin(), key.end());
  key_begins_.push_back(static_cast<std::uint32_t>(keys_.size()));
  traits_.push_back(traits);
  make_rows();
  rows_.push_back(no_moves_.data());
  if (slots_.size() < 2 * traits_.size()) enlarge_slots();
  put(slots_, state, hash);
  count_memory(before, bytes());
  note_growth();
  return state;
}

void StateTable::set_move(State state, std::size_t number, State to) {
  const std::size_t i = index(state);
  if (has_own_row(i)) {
    const_cast<State*>(rows_[i])[number] = to;  // the row is in a block of our own
    return;
  }
  if (rare_moves_.size() <= 2 * rare_count_) enlarge_rare_moves();
  place_of_rare(i, number) = {static_cast<State>(i), static_cast<std::uint16_t>(number), to, 0};
  ++rare_count_;
}

StateTable::State StateTable::rare_move(State state, std::size_t number) {
  const std::size_t i = index(state);
  if (rare_moves_.empty() || has_own_row(i)) return unknown;
  RareMove& found = place_of_rare(i, number);
  const State to = found.to;
  if (to != unknown && ++found.uses == most_rare_uses) give_row(i);
  return to;
}

/// Where the move stands among the rare ones, or the free place where it would. There must be one.
StateTable::RareMove& StateTable::place_of_rare(std::size_t i, std::size_t number) {
  constexpr std::uint32_t factor = 0x9E3779B1;
  const std::size_t mask = rare_moves_.size() - 1;
  std::size_t place = (static_cast<std::uint32_t>(i << 16 ^ number) * factor >> 12) & mask;
  while (rare_moves_[place].state != unknown && (rare_moves_[place].state != i || rare_moves_[place].number != number)) place = (place + 1) & mask;
  return rare_moves_[place];
}

void StateTable::enlarge_rare_moves() {
  const std::size_t before = bytes();
  std::vector<RareMove> old(std::max(least_slots, 2 * rare_moves_.size()));
  old.swap(rare_moves_);
  for (const RareMove& move : old) {
    if (move.state != unknown) place_of_rare(move.state, move.number) = move;
  }
  count_memory(before, bytes());
  note_growth();
}

/// A row of its own for a state, with the moves that it has.
StateTable::State* StateTable::give_row(std::size_t i) {
  const std::size_t before = bytes();
  make_rows();
  State* const row = new_row();
  std::copy_n(rows_[i], width_, row);
  for (std::size_t number = 0; number < width_ && !rare_moves_.empty(); ++number) {
    if (row[number] == unknown) row[number] = place_of_rare(i, number).to;
  }
  rows_[i] = row;
  count_memory(before, bytes());
  note_growth();
  return row;
}

StateTable::State StateTable::find(Key key, std::size_t hash, std::span<const std::uint16_t> slots) const {
  const std::size_t mask = slots.size() - 1;
  for (; slots[hash & mask] != unknown; ++hash) {
    const State state = slots[hash & mask];
    const Key other = this->key(state);
    if (std::equal(key.begin(), key.end(), other.begin(), other.end())) return state;
  }
  return unknown;
}

void StateTable::enlarge_slots() {
  std::vector<std::uint16_t> larger(slots_for(2 * traits_.size()), unknown);
  for (const State state : slots_) {
    if (state != unknown) put(larger, state, hash_of(key(state)));
  }
  slots_ = std::move(larger);
}

/// Blocks grow, as most automata have few states.
StateTable::State* StateTable::new_row() {
  if (rows_free_ == 0) {
    rows_in_block_ = rows_in_block_ == 0 ? 2 : std::min(2 * rows_in_block_, most_rows_in_block);
    rows_free_ = rows_in_block_;
    blocks_.push_back(std::make_unique_for_overwrite<State[]>(rows_in_block_ * width_));
  }
  ++rows_owned_;
  return blocks_.back().get() + (rows_in_block_ - rows_free_--) * width_;
}

BuiltStates StateTable::built() {
  stop_growing();
  std::vector<State> moves, slots(slots_for(size()), unknown);
  std::vector<std::uint8_t> all_traits;
  std::vector<std::uint16_t> keys;
  std::vector<std::uint32_t> key_begins{0};
  for (std::size_t i = 0; i < size(); ++i) {
    const auto plain = static_cast<State>(i);
    moves.insert(moves.end(), rows_[i], rows_[i] + width_);
    all_traits.push_back(traits(plain));
    const Key key = key_of(i);
    keys.insert(keys.end(), key.begin(), key.end());
    key_begins.push_back(static_cast<std::uint32_t>(keys.size()));
    put(slots, static_cast<State>(plain | (all_traits.back() != 0 ? special : 0U)), hash_of(key));
  }
  BuiltStates result;
  result.moves = FlatArray(std::move(moves));
  result.traits = FlatArray(std::move(all_traits));
  result.keys = FlatArray(std::move(keys));
  result.key_begins = FlatArray(std::move(key_begins));
  result.slots = FlatArray(std::move(slots));
  return result;
}

}  // namespace onrecord
