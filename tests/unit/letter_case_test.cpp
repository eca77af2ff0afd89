#include "onrecord/rules/letter_case.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

TEST(LetterCase, KeepsTheFirstCharacterAlone) {
  EXPECT_EQ(lower_case_rest("ANN"), "Ann");
  EXPECT_EQ(lower_case_rest("ÉMILE"), "Émile");
  EXPECT_EQ(lower_case_rest("ŁÓDŹ"), "Łódź");
  EXPECT_EQ(lower_case_rest("A"), "A");
  EXPECT_EQ(lower_case_rest(""), "");
}

TEST(LetterCase, KnowsTheFirstLetterBothWays) {
  EXPECT_EQ(lower_case_first("Émile LEE"), "émile LEE");
  EXPECT_EQ(upper_case_first("émile"), "Émile");
  EXPECT_EQ(upper_case_first("9 lives"), "");
}

}  // namespace
}  // namespace onrecord
