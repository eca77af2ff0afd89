#include "onrecord/text/outer_quotations.h"

#include <gtest/gtest.h>

#include "text_testing.h"

namespace onrecord {
namespace {

using testing::segmented;

class OuterQuotationsTest : public ::testing::Test {
 protected:
  Span place_of(std::string_view words) const {
    const auto begin = static_cast<std::uint32_t>(document.folded.text().find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }

  const Document document = segmented("“The ‘old’ mill,” she said, “and the new.” He said “it stands.”\n\n“It burned.\n\n“It is gone.”");
  const OuterQuotations outer{document};
};

TEST_F(OuterQuotationsTest, LeavesOutWhatStandsInsideAnother) {
  ASSERT_EQ(outer.all().size(), 5U);
  for (const std::uint32_t quotation : outer.all()) EXPECT_EQ(document.quotations[quotation].depth, 0);
  EXPECT_EQ(outer.at(place_of("old")), OuterQuotations::none);
}

TEST_F(OuterQuotationsTest, FindsOneByItsSpanWithOrWithoutMarks) {
  EXPECT_EQ(outer.at(place_of("and the new.")), outer.all()[1]);
  EXPECT_EQ(outer.at(place_of("“and the new.”")), outer.all()[1]);
  EXPECT_EQ(outer.at(place_of("and the")), OuterQuotations::none);
  EXPECT_EQ(outer.at({}), OuterQuotations::none);
}

TEST_F(OuterQuotationsTest, FindsTheLastBeforeAPlace) {
  EXPECT_EQ(outer.last_before(place_of("He said").begin), outer.all()[1]);
  EXPECT_EQ(outer.last_before(0), OuterQuotations::none);
}

TEST_F(OuterQuotationsTest, FindsThoseThatOverlapASpan) {
  EXPECT_EQ(outer.overlapping(place_of("she said, “and the new.” He said “it")), (std::vector<std::uint32_t>{outer.all()[1], outer.all()[2]}));
  EXPECT_TRUE(outer.overlapping(place_of("she said")).empty());
}

TEST_F(OuterQuotationsTest, FollowsAQuotationThroughItsParagraphs) {
  EXPECT_EQ(outer.next_part(outer.all()[3]), outer.all()[4]);
  EXPECT_EQ(outer.next_part(outer.all()[4]), OuterQuotations::none);
  EXPECT_EQ(outer.next_part(outer.all()[0]), OuterQuotations::none);
}

}  // namespace
}  // namespace onrecord
