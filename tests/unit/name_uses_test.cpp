#include "onrecord/extract/names/name_uses.h"

#include <gtest/gtest.h>

#include "onrecord/rules/name_index.h"

namespace onrecord {
namespace {

TEST(NameUses, OfAKeyByPlace) {
  NameUses uses;
  uses.add(2, {30, 1});
  uses.add(1, {20, 2});
  uses.add(2, {10, 3});
  EXPECT_TRUE(uses.of(2).empty());
  uses.sort();
  ASSERT_EQ(uses.of(2).size(), 2U);
  EXPECT_EQ(uses.of(2)[0].named, 3U);
  EXPECT_EQ(uses.of(2)[1].named, 1U);
  EXPECT_EQ(uses.of(1).size(), 1U);
  EXPECT_TRUE(uses.of(0).empty());
  EXPECT_TRUE(uses.of(3).empty());
}

TEST(NameIndex, FindsTheFirstOfAName) {
  NameIndex index;
  for (const char* name : {"a", "b", "a", "c"}) index.add(name);
  EXPECT_EQ(index.find("a"), 0U);
  EXPECT_EQ(index.find("c"), 3U);
  EXPECT_EQ(index.find("d"), NameIndex::none);
}

}  // namespace
}  // namespace onrecord
