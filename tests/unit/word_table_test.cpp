#include "onrecord/rules/word_table.h"

#include <gtest/gtest.h>

#include <string>

namespace onrecord {
namespace {

/// Words of up to 40 letters, no two of one length the same.
std::string word_of(std::size_t size, char filling) { return std::string(size, filling); }

TEST(WordTable, FindsWhatWasAddedAndNothingElse) {
  WordTableBuilder builder;
  for (std::size_t size = 0; size <= 40; ++size) EXPECT_EQ(builder.add(word_of(size, 'a')), size + 1);
  EXPECT_EQ(builder.add("aaa"), 4U);
  EXPECT_EQ(builder.find("aaa"), 4U);
  EXPECT_EQ(builder.find("b"), 0U);
  const WordTable table = builder.finish();
  EXPECT_EQ(table.size(), 42U);
  for (std::size_t size = 0; size <= 40; ++size) {
    const std::string word = word_of(size, 'a');
    EXPECT_EQ(table.find(word), size + 1);
    EXPECT_EQ(table.word(static_cast<WordForm>(size + 1)), word);
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = word;
      other[i] = 'b';
      EXPECT_EQ(table.find(other), 0U) << other;
    }
  }
  EXPECT_EQ(table.find(word_of(41, 'a')), 0U);
}

// Words that agree in length, start and end have the same hash.
TEST(WordTable, TellsWordsOfOneHashApart) {
  WordTableBuilder builder;
  for (const char middle : {'x', 'y', 'z'}) builder.add("beginning" + std::string(3, middle) + "endings.");
  const WordTable table = builder.finish();
  EXPECT_EQ(table.find("beginningyyyendings."), 2U);
  EXPECT_EQ(table.find("beginningzzzendings."), 3U);
  EXPECT_EQ(table.find("beginningxyzendings."), 0U);
}

TEST(WordTable, AnEmptyOneHoldsNothing) { EXPECT_EQ(WordTable().find("word"), 0U); }

}  // namespace
}  // namespace onrecord
