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
  EXPECT_EQ(table.move(first, 2), StateTable::unknown);
  table.set_move(first, 2, second);
  EXPECT_EQ(table.move(first, 2), second);
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
  EXPECT_EQ(table.move(a, 0), b);
  EXPECT_EQ(table.move(a, 1), c);
  EXPECT_EQ(table.move(c, 0), a);
  EXPECT_GT(table.bytes(), 0);
  StateTable other(2, built);
  EXPECT_EQ(other.move(a, 1), StateTable::unknown);

  table.clear();
  EXPECT_EQ(table.bytes(), 0);
  EXPECT_EQ(table.move(a, 1), StateTable::unknown);
  EXPECT_EQ(table.move(a, 0), b);
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
