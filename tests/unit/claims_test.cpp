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

}  // namespace
}  // namespace onrecord
