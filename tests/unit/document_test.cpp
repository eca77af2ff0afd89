#include "onrecord/text/document.h"

#include <gtest/gtest.h>

#include "text_testing.h"

namespace onrecord {
namespace {

using testing::segmented;

class DocumentTest : public ::testing::Test {
 protected:
  std::uint32_t place_of(std::string_view words) const { return static_cast<std::uint32_t>(document.folded.text().find(words)); }

  const Document document = segmented("  The bridge\n\nIt is closed. Masons came.\n\nThey left.");
};

TEST_F(DocumentTest, TellsTheLineAndTheSentenceOfAPlace) {
  EXPECT_EQ(document.line_at(place_of("Masons")), 1U);
  EXPECT_EQ(document.sentence_at(place_of("It is")), 1U);
  EXPECT_EQ(document.sentence_at(place_of("came")), 2U);
  EXPECT_EQ(document.line_at(place_of("left")), 2U);
}

TEST_F(DocumentTest, WhiteSpaceBelongsToWhatStandsBeforeIt) {
  EXPECT_EQ(document.sentence_at(place_of(" Masons")), 1U);
  EXPECT_EQ(document.line_at(place_of("\n\nThey")), 1U);
  EXPECT_EQ(document.line_at(0), 0U);
  EXPECT_EQ(document.sentence_at(0), 0U);
}

TEST_F(DocumentTest, TellsWhereASentenceBegins) {
  EXPECT_TRUE(document.opens_sentence(place_of("Masons")));
  EXPECT_FALSE(document.opens_sentence(place_of("came")));
  EXPECT_FALSE(document.opens_sentence(0));
}

TEST(EmptyDocument, AnswersAllQuestions) {
  const Document document;
  EXPECT_EQ(document.line_at(0), 0U);
  EXPECT_EQ(document.line_at(7), 0U);
  EXPECT_EQ(document.sentence_at(0), 0U);
  EXPECT_FALSE(document.opens_sentence(0));
}

}  // namespace
}  // namespace onrecord
