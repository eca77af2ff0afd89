#include "onrecord/rules/regex_watch.h"

#include <gtest/gtest.h>

#include <thread>

#include "onrecord/rules/regex.h"

namespace onrecord {
namespace {

Regex regex(const char* pattern) { return Regex::known(pattern, false); }

TEST(RegexWatch, CountsTheTimeOfGroups) {
  const Regex with_groups = regex("(?P<who>[a-z]+) said"), without = regex("[a-z]+ said");
  std::vector<Span> groups;
  const RegexWatch watch;
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(without.search("they said", 0, groups));
  EXPECT_EQ(watch.counts().groups.count(), 0);
  EXPECT_GT(watch.counts().memory, 0);
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(with_groups.search("they said", 0, groups));
  EXPECT_GT(watch.counts().groups.count(), 0);
}

TEST(RegexWatch, CountsWhatIsLeftToRe2) {
  const Regex some = regex("[a-z]+ said");
  std::vector<Span> groups;
  const RegexWatch watch;
  some.search("they said", 0, groups);
  EXPECT_EQ(watch.counts().by_re2, 0U);
  some.search("they said", 0, groups, RegexEngine::re2);
  some.found_in("they said", RegexEngine::re2);
  EXPECT_EQ(watch.counts().by_re2, 2U);
}

/// Letters in an order that gives an automaton which remembers the last twelve of them many states.
std::string many_letters() {
  std::string text;
  std::uint32_t state = 1;
  for (int i = 0; i < 200'000; ++i) {
    state = state * 1664525 + 1013904223;
    text += (state >> 24) % 2 == 0 ? 'a' : 'b';
  }
  return text;
}

TEST(RegexWatch, CountsAutomataThatAreThrownAway) {
  const std::string text = many_letters();
  const Regex remembering = regex("a[ab]{14}c|a[ab]{15}d");
  const RegexWatch watch;
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(remembering.found_in(text));
  EXPECT_GT(watch.counts().resets + watch.counts().by_re2, 0U);
}

TEST(RegexWatch, IsOfItsThread) {
  const Regex some = regex("[a-z]+ said");
  EXPECT_EQ(RegexWatch::watched(), nullptr);
  const RegexWatch watch;
  EXPECT_NE(RegexWatch::watched(), nullptr);
  std::thread([&] {
    EXPECT_EQ(RegexWatch::watched(), nullptr);
    some.found_in("they said", RegexEngine::re2);
  }).join();
  EXPECT_EQ(watch.counts(), RegexCounts{});
}

}  // namespace
}  // namespace onrecord
