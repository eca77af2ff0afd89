#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "onrecord/extract/extract.h"
#include "test_rules.h"

namespace onrecord {
namespace {

struct Row {
  std::string text;
  std::string claims;  // each behind "| "
};

std::string claims_of(const std::string& text) {
  std::string result;
  for (const Record& record : extract(testing::standard_rules(), text, "").records) {
    if (const auto* claim = std::get_if<ClaimRecord>(&record)) result += "| " + claim->text;
  }
  return result;
}

TEST(Claims, HaveNoDateline) {
  const Row rows[] = {
      {"OSLO (AP) — The bridge is safe, Ann Lee said.", "| The bridge is safe"},
      {"OSLO, Nov. 3, 2026 /Newswire/ -- The bridge is safe, Ann Lee said.", "| The bridge is safe"},
      {"OSLO--(BUSINESS WIRE)--The bridge is safe, Ann Lee said.", "| The bridge is safe"},
      {"Port Hope, 3 November 2026 – The bridge will close on Monday.", "| The bridge will close on Monday"},
      {"Oslo (dpa) - The bridge is safe, Ann Lee said. It will close, Bo Li said.", "| The bridge is safe| It will close"},
  };
  for (const Row& row : rows) EXPECT_EQ(claims_of("Bridge closes\n\n" + row.text), row.claims) << row.text;
}

TEST(Claims, HaveNoMarkOfAnItem) {
  const Row rows[] = {
      {"• The bridge is safe, Ann Lee said.", "| The bridge is safe"},
      {"3. The council said that it would act.", "| that it would act"},
      {"- The bridge is safe, Ann Lee said.\n- It will close, Bo Li said.", "| The bridge is safe| It will close"},
      {"• Ann Lee: the bridge is safe now and for all time.", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(claims_of("Bridge closes\n\n" + row.text), row.claims) << row.text;
}

// "family" ends as adverbs do.
TEST(Claims, AreMadeByNounsInLy) {
  const Row rows[] = {
      {"The family said that the bridge was unsafe.", "| that the bridge was unsafe"},
      {"Her family told reporters that it was done.", "| that it was done"},
      {"It was done, the assembly said.", "| It was done"},
      {"An ally said that it was done.", "| that it was done"},
      {"The council finally said that it was done. The mayor simply said that it was done.", "| that it was done| that it was done"},
  };
  for (const Row& row : rows) EXPECT_EQ(claims_of("Bridge closes\n\n" + row.text), row.claims) << row.text;
}

TEST(Claims, AreTheTurnsOfATranscript) {
  const std::string about = "Bo Li, 61, was mayor for nine years. He spoke to us about the bridge.\n\n";
  const Row rows[] = {
      {"Li: Every day. But I would walk on.\n\nPost: Why?\n\nLi: Not for the view.\n\nPost: And then?\n\nLi: She never liked the bridge.",
       "| Every day. But I would walk on| Not for the view| She never liked the bridge"},
      {"BL: Every day.\n\nJR: And then?\n\nBL: Not for the view.\n\nJR: Why?\n\nBL: She never liked the bridge.",
       "| Every day| Not for the view| She never liked the bridge"},
      {"Li: Every day.\n\nLi:\tNot for the view.\n\nLi:  She never liked the bridge.", "| Every day| Not for the view| She never liked the bridge"},
      // Twice may be chance; what ends as no sentence does is a list.
      {"Li: Every day.\n\nLi: She never liked the bridge.", "| She never liked the bridge"},
      {"Li: 60 planks\n\nLi: 40 planks\n\nLi: She never liked the bridge.", "| She never liked the bridge"},
      // Nobody is called so.
      {"Options: Every day.\n\nOptions: Not for the view.\n\nOptions: She never liked the bridge. There are options.", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(claims_of("Bridge closes\n\n" + about + row.text), row.claims) << row.text;
}

}  // namespace
}  // namespace onrecord
