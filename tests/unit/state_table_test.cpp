#include "onrecord/rules/state_table.h"

#include <gtest/gtest.h>

#include <vector>

namespace onrecord {
namespace {

using State = StateTable::State;
using Key = std::vector<std::uint16_t>;

Key key_of(const StateTable& table, State state) {
  const auto key = table.key(state);
  return {key.begin(), key.end()};
}

State move_of(StateTable& table, State state, std::size_t number) {
  const State known = table.move(state, number);
  return known != StateTable::unknown ? known : table.rare_move(state, number);
}

TEST(StateTable, KnowsAStateByItsKey) {
  const BuiltStates none;
  StateTable table(3, none);
  const State first = table.add(Key{1, 2}, 0);
  const State second = table.add(Key{1, 3}, 1);
  EXPECT_NE(first, second);
  EXPECT_EQ(table.add(Key{1, 2}, 0), first);
  EXPECT_EQ(table.add({}, 0), StateTable::dead);
  EXPECT_EQ(first & StateTable::special, 0);
  EXPECT_NE(second & StateTable::special, 0);
  EXPECT_EQ(table.traits(second), 1);
  EXPECT_EQ(key_of(table, second), (Key{1, 3}));
  EXPECT_EQ(move_of(table, first, 2), StateTable::unknown);
  table.set_move(first, 2, second);
  EXPECT_EQ(move_of(table, first, 2), second);
  EXPECT_EQ(move_of(table, first, 1), StateTable::unknown);
}

TEST(StateTable, GivesAStateThatIsOftenUsedARowOfItsOwn) {
  const BuiltStates none;
  StateTable table(100, none);
  std::vector<State> states;
  for (std::uint16_t i = 0; i < 100; ++i) states.push_back(table.add(Key{i, 500}, 0));
  for (std::uint16_t i = 0; i < 100; ++i) table.set_move(states[3], i, states[99 - i]);
  table.set_move(states[4], 7, states[8]);
  const std::size_t before = table.bytes();
  for (int uses = 0; uses < 1000; ++uses) EXPECT_EQ(move_of(table, states[3], 7), states[92]);
  EXPECT_GT(table.bytes(), before);
  EXPECT_EQ(table.move(states[3], 7), states[92]);
  for (std::uint16_t i = 0; i < 100; ++i) EXPECT_EQ(table.move(states[3], i), states[99 - i]);
  EXPECT_EQ(table.move(states[4], 7), StateTable::unknown);
  EXPECT_EQ(move_of(table, states[4], 7), states[8]);
  EXPECT_EQ(move_of(table, states[4], 8), StateTable::unknown);
}

TEST(StateTable, ShowsAllMovesWhenItGrowsNoMore) {
  const BuiltStates none;
  StateTable table(4, none);
  const State one = table.add(Key{1}, 0), other = table.add(Key{2}, 0);
  table.set_move(one, 2, other);
  table.stop_growing();
  EXPECT_EQ(table.move(one, 2), other);
  table.set_move(other, 1, one);
  EXPECT_EQ(table.move(other, 1), one);
  EXPECT_EQ(table.built().moves[4 * 2 + 1], one);
}

TEST(StateTable, KeepsThousandsOfStatesApart) {
  const BuiltStates none;
  StateTable table(2, none);
  std::vector<State> states;
  for (std::uint16_t i = 0; i < 5000; ++i) states.push_back(table.add(Key{i, static_cast<std::uint16_t>(i + 1)}, i % 2));
  for (std::uint16_t i = 0; i < 5000; ++i) EXPECT_EQ(table.add(Key{i, static_cast<std::uint16_t>(i + 1)}, i % 2), states[i]);
}

TEST(StateTable, BuildsOnStatesThatItDoesNotChange) {
  const BuiltStates none;
  StateTable before(2, none);
  const State a = before.add(Key{7}, 0);
  const State b = before.add(Key{8, 9}, 1);
  before.set_move(a, 0, b);
  const BuiltStates built = before.built();

  StateTable table(2, built);
  EXPECT_EQ(table.bytes(), 0);
  EXPECT_EQ(table.add(Key{8, 9}, 1), b);
  EXPECT_EQ(table.move(a, 0), b);
  const State c = table.add(Key{10}, 0);
  table.set_move(a, 1, c);
  table.set_move(c, 0, a);
  EXPECT_EQ(move_of(table, a, 0), b);
  EXPECT_EQ(move_of(table, a, 1), c);
  EXPECT_EQ(move_of(table, c, 0), a);
  EXPECT_GT(table.bytes(), 0);
  StateTable other(2, built);
  EXPECT_EQ(move_of(other, a, 1), StateTable::unknown);

  table.clear();
  EXPECT_EQ(table.bytes(), 0);
  EXPECT_EQ(move_of(table, a, 1), StateTable::unknown);
  EXPECT_EQ(move_of(table, a, 0), b);
}

TEST(StateTable, StopsGrowing) {
  const BuiltStates none;
  StateTable table(1, none);
  const State known = table.add(Key{1}, 0);
  table.stop_growing();
  EXPECT_EQ(table.add(Key{1}, 0), known);
  EXPECT_EQ(table.add(Key{2}, 0), StateTable::unknown);
}

}  // namespace
}  // namespace onrecord
