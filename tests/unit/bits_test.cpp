#include "onrecord/base/bits.h"

#include <gtest/gtest.h>

#include <vector>

namespace onrecord {
namespace {

std::vector<std::uint64_t> set_of(const std::vector<std::size_t>& numbers) {
  std::vector<std::uint64_t> words(bits::words_for(130));
  for (const std::size_t number : numbers) bits::add(words, number);
  return words;
}

TEST(Bits, HoldTheNumbersThatWereAdded) {
  auto words = set_of({0, 63, 64, 129});
  for (const std::size_t number : {0U, 63U, 64U, 129U}) EXPECT_TRUE(bits::has(words, number)) << number;
  for (const std::size_t number : {1U, 62U, 65U, 128U}) EXPECT_FALSE(bits::has(words, number)) << number;
  bits::remove(words, 63);
  EXPECT_EQ(words, set_of({0, 64, 129}));
  bits::remove_all(words, set_of({0, 1, 129}));
  EXPECT_EQ(words, set_of({64}));
  EXPECT_TRUE(bits::any(words));
  bits::remove(words, 64);
  EXPECT_FALSE(bits::any(words));
}

TEST(Bits, AreTakenInOrderButForThoseThatAVisitTakesOut) {
  auto words = set_of({3, 7, 63, 64, 100, 129});
  std::vector<std::size_t> visited;
  bits::take_each(words, [&](std::size_t number) {
    visited.push_back(number);
    if (number == 3) bits::remove_all(words, set_of({7, 64}));
  });
  EXPECT_EQ(visited, (std::vector<std::size_t>{3, 63, 100, 129}));
  EXPECT_FALSE(bits::any(words));
}

TEST(Bits, AreVisitedWhereTwoSetsHaveThem) {
  auto words = set_of({0, 5, 64, 90, 129});
  std::vector<std::size_t> visited;
  bits::for_each_common(words, set_of({5, 6, 64, 129}), [&](std::size_t number) {
    visited.push_back(number);
    bits::remove(words, number);
  });
  EXPECT_EQ(visited, (std::vector<std::size_t>{5, 64, 129}));
  EXPECT_EQ(words, set_of({0, 90}));
}

}  // namespace
}  // namespace onrecord
