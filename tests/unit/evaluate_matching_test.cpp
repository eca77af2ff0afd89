#include <gtest/gtest.h>

#include "onrecord/evaluate/compared_text.h"
#include "onrecord/evaluate/matching.h"
#include "onrecord/evaluate/measures.h"

namespace onrecord {
namespace {

TEST(ComparedText, MakesFormsOfTheSameWordsEqual) {
  struct Row {
    const char* text;
    const char* compared;
  };
  const Row rows[] = {
      {"“It’s  done”", "\"it's done\""},
      {" A\u00A0B\n\tC ", "a b c"},
      {"re\u2011use – or—not", "re-use - or-not"},
      {"ﬁne … ½", "fine ... 1⁄2"},
      {"Zoe\u0308", "zoë"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(compared_text(row.text), row.compared) << row.text;
}

TEST(ComparedText, TakesTheLastWordOfAName) {
  struct Row {
    const char* name;
    const char* word;
  };
  const Row rows[] = {
      {"Ann Lee", "lee"},    {"Mayor Ann O’Hara", "o'hara"},
      {"Ann Lee’s", "lee"},  {"Jean-Luc", "jean-luc"},
      {"Route 66", "route"}, {"B52 Crew", "crew"},
      {"1999", ""},          {"", ""},
      {"Lee's", "lee"},      {"Lee, 61", "lee"},
      {"O’", "o"},           {"Ann Łęe.", "łęe"},
  };
  for (const Row& row : rows) EXPECT_EQ(last_name_word(row.name), row.word) << row.name;
}

TEST(ComparedText, CountsSharedWordsAsOftenAsTheyStandThere) {
  EXPECT_EQ(shared_words("the old bridge", "The bridge, the road"), 4.0 / 7);
  EXPECT_EQ(shared_words("a b", "A; b."), 1.0);
  EXPECT_EQ(shared_words("", ""), 0.0);
}

TEST(Matching, TrimsMarksAndPunctuation) {
  struct Row {
    const char* text;
    Span span;
    Span trimmed;
  };
  const Row rows[] = {
      {"“Yes,” she", {0, 6}, {1, 4}},
      {"(a b)…", {0, 6}, {1, 4}},
      {"a b", {0, 99}, {0, 3}},
      {"...", {0, 3}, {3, 3}},
  };
  for (const Row& row : rows) EXPECT_EQ(trimmed(characters_of(row.text), row.span), row.trimmed) << row.text;
}

TEST(Matching, CountsCodePoints) { EXPECT_EQ(characters_of("é“𝄞a"), U"é“𝄞a"); }

TEST(Matching, MeasuresWhatIsCommon) {
  EXPECT_EQ(jaccard({0, 10}, {0, 10}), 1.0);
  EXPECT_EQ(jaccard({0, 10}, {5, 10}), 0.5);
  EXPECT_EQ(jaccard({0, 5}, {5, 10}), 0.0);
  EXPECT_FALSE(is_close({0, 10}, {5, 10}, Closeness::half)) << "half is not more than half";
  EXPECT_TRUE(is_close({0, 10}, {4, 10}, Closeness::half));
  EXPECT_FALSE(is_close({0, 10}, {4, 10}, Closeness::exact));
}

TEST(Matching, PairsOneToOneTheBestFirst) {
  struct Row {
    const char* what;
    std::vector<Span> found, marked;
    std::vector<std::uint32_t> matches;
  };
  const Row rows[] = {
      {"the better of two wins", {{0, 9}, {0, 10}}, {{0, 10}}, {unmatched, 0}},
      {"equal ones: the earlier wins", {{0, 10}, {0, 10}}, {{0, 10}}, {0, unmatched}},
      {"each has its own", {{10, 20}, {0, 10}}, {{0, 10}, {11, 20}}, {1, 0}},
      {"too little in common", {{0, 10}}, {{6, 20}}, {unmatched}},
      {"nothing to match", {}, {{0, 1}}, {}},
  };
  for (const Row& row : rows) EXPECT_EQ(match(row.found, row.marked, Closeness::half), row.matches) << row.what;
}

TEST(Measures, ReadsCounts) {
  const Count count{3, 4, 6};
  EXPECT_EQ(count.precision(), 0.75);
  EXPECT_EQ(count.recall(), 0.5);
  EXPECT_DOUBLE_EQ(count.f1(), 0.6);
  EXPECT_EQ(Count{}.f1(), 0.0);
  EXPECT_EQ(figures_of(Measure::speaker, {1, 0, 2}).front(), (std::pair<std::string_view, double>("accuracy", 0.5)));
}

}  // namespace
}  // namespace onrecord
