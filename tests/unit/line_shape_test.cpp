#include <gtest/gtest.h>

#include <string>

#include "onrecord/extract/page/page.h"

namespace onrecord {
namespace {

// Characters are looked at in blocks; what is told must not depend on where a block ends.
const std::string fillings[] = {"a", "\u00E9", "a b ", "\u2014 "};

std::string behind(std::size_t count, const std::string& filling, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += filling;
  return all + text;
}

template <typename Check>
void at_all_places(const std::string& text, const Check& check) {
  for (const std::string& filling : fillings) {
    for (std::size_t count = 0; count < 70; ++count) check(measure(behind(count, filling, text)), count, filling);
  }
}

TEST(LineShape, CountsCharactersAndBars) {
  at_all_places("|\u2014|", [](const LineShape& shape, std::size_t count, const std::string& filling) {
    const std::size_t width = filling == "a b " ? 4 : filling == "\u2014 " ? 2 : 1;
    EXPECT_EQ(shape.characters, count * width + 3) << filling << count;
    EXPECT_EQ(shape.bars, 2U) << filling << count;
  });
}

TEST(LineShape, CountsWhatStandsBetweenSpacesAndHoldsALetter) {
  at_all_places(" -- \u201CTwo \u2013 (x) 7% &\u00A0... \u00E9", [](const LineShape& shape, std::size_t count, const std::string& filling) {
    const std::size_t before = filling == "\u2014 " || count == 0 ? 0 : filling == "a b " ? 2 * count : 1;
    EXPECT_EQ(shape.words, before + 4) << filling << count;
  });
  EXPECT_EQ(measure(std::string(100, '-') + "a").words, 1U);
  EXPECT_EQ(measure(std::string(100, '-') + " a").words, 1U);
  EXPECT_EQ(measure("").words, 0U);
}

TEST(LineShape, SeesWhereASmallLetterMeetsACapital) {
  at_all_places(" HomeNews\u00E9\u00C9 ABC", [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_EQ(shape.glued, 2U); });
}

TEST(LineShape, SeesLoneSignsOfAPath) {
  at_all_places(" > ", [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_TRUE(shape.path); });
  at_all_places(" \u203A ", [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_TRUE(shape.path); });
  at_all_places(" >> a/b / ", [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_TRUE(shape.path); });
  at_all_places(" >> a/b /c", [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_FALSE(shape.path); });
}

TEST(LineShape, SeesWhetherASentenceEndsInsideMarks) {
  for (const std::string end : {".", ".\u201D", ".)", ". \u201C"}) EXPECT_TRUE(measure("\u201CThey see it" + end).ends_sentence) << end;
  EXPECT_FALSE(measure("They see it \u201C").ends_sentence);
}

TEST(LineShape, SeesSentencesBehindTheFirst) {
  at_all_places("x. \u00C9t\u00E9", [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_TRUE(shape.several_sentences); });
  at_all_places("x\u2026 It", [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_TRUE(shape.several_sentences); });
  at_all_places("x. it.It", [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_FALSE(shape.several_sentences); });
  EXPECT_FALSE(measure("... It").several_sentences);
  EXPECT_FALSE(measure(std::string(80, '-') + ". It").several_sentences);
}

TEST(LineShape, SeesDoubleMarks) {
  for (const std::string mark : {"\"", "\u201C", "\u201D", "\u00AB"})
    at_all_places(mark, [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_TRUE(shape.quoted); });
  at_all_places("'\u2019", [](const LineShape& shape, std::size_t, const std::string&) { EXPECT_FALSE(shape.quoted); });
}

TEST(LineShape, KnowsTitles) {
  EXPECT_TRUE(measure("The Pier of 3,000 Quilts and a \u00C9glise").title_case);
  EXPECT_TRUE(measure("\u201CIt\u2019s\u201D -- the Pier").title_case);
  EXPECT_FALSE(measure("the Pier").title_case);
  EXPECT_FALSE(measure("The Pier that Rose").title_case);
  EXPECT_FALSE(measure("The Pier t-h-a-t").title_case);
  EXPECT_FALSE(measure("-- !").title_case);
  EXPECT_TRUE(measure("-- !").symbols_only);
  EXPECT_FALSE(measure("-- \u00E9!").symbols_only);
}

}  // namespace
}  // namespace onrecord
