#include "onrecord/rules/state_table.h"

#include <algorithm>

#include "onrecord/rules/regex_watch.h"

namespace onrecord {
namespace {

constexpr std::int64_t bytes_of_state = 40;  // as `bytes()` takes them

void count_memory(std::int64_t bytes) {
  if (RegexCounts* counts = RegexWatch::watched()) counts->memory += bytes;
}

}  // namespace

std::size_t StateTable::Hash::operator()(State state) const {
  std::uint64_t hash = 0;
  for (const std::uint16_t instruction : table->key(state)) hash = (hash ^ instruction) * 0x9E3779B97F4A7C15 + (hash >> 29);
  return static_cast<std::size_t>(hash);
}

bool StateTable::Equal::operator()(State a, State b) const {
  const Key first = table->key(a);
  const Key second = table->key(b);
  return std::equal(first.begin(), first.end(), second.begin(), second.end());
}

StateTable::StateTable(std::size_t moves) : width_(moves), key_begins_(1), numbers_(16, Hash{this}, Equal{this}) { clear(); }

void StateTable::clear() {
  count_memory(-static_cast<std::int64_t>(bytes()));
  numbers_.clear();
  moves_.clear();
  traits_.clear();
  keys_.clear();
  key_begins_.assign(1, 0);
  constexpr std::uint8_t any_trait = 0x80;
  add({}, any_trait);
}

StateTable::State StateTable::add(Key key, std::uint8_t traits) {
  if (size() >= index(unknown)) return unknown;
  // The key is written behind the last one to be looked up there, and taken back where it is known.
  const auto number = static_cast<State>(size() | (traits != 0 ? special : 0U));
  keys_.insert(keys_.end(), key.begin(), key.end());
  key_begins_.push_back(static_cast<std::uint32_t>(keys_.size()));
  const auto [known, added] = numbers_.insert(number);
  if (!added) {
    key_begins_.pop_back();
    keys_.resize(key_begins_.back());
    return *known;
  }
  traits_.push_back(traits);
  moves_.resize(moves_.size() + width_, unknown);
  count_memory(static_cast<std::int64_t>(width_ * sizeof(State) + key.size() * sizeof(std::uint16_t)) + bytes_of_state);
  return number;
}

}  // namespace onrecord
