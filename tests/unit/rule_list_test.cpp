#include "onrecord/rules/rule_list.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "onrecord/input/embedded_rules.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

std::vector<const Rule*> places_of(const RuleSet& rules) {
  std::vector<const Rule*> places;
  for (const Rule& rule : rules.rules()) places.push_back(&rule);
  return places;
}

TEST(RuleList, ThreadsThatAskAtOnceGetTheSameRule) {
  const RuleSet rules = embedded_rule_set();
  std::vector<std::vector<const Rule*>> found(4);
  {
    std::vector<std::jthread> threads;
    for (auto& places : found) threads.emplace_back([&] { places = places_of(rules); });
  }
  ASSERT_EQ(found[0].size(), rules.rules().size());
  for (const auto& places : found) EXPECT_EQ(places, found[0]);
  for (std::size_t id = 0; id < found[0].size(); ++id) EXPECT_EQ(found[0][id]->id, id);
}

TEST(RuleList, RulesAreReadAfterTheirSetMovedAndStayWhereTheyAre) {
  RuleSet first = embedded_rule_set();
  const Rule* const read_before = &first.rules()[0];
  const RuleSet second = std::move(first);
  EXPECT_EQ(&second.rules()[0], read_before);
  for (const Rule& rule : second.rules()) {
    EXPECT_EQ(rule.name, rule.definition().id);
    for (const CompiledPattern& pattern : rule.patterns) {
      if (pattern.right.regex == nullptr) continue;
      EXPECT_FALSE(pattern.right.regex->pattern().empty()) << rule.name;
    }
  }
}

}  // namespace
}  // namespace onrecord
