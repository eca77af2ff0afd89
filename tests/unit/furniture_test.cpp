#include "onrecord/extract/structure/furniture.h"

#include <gtest/gtest.h>

#include <string>

#include "test_page.h"

namespace onrecord {
namespace {

using onrecord::testing::classes_of;
using onrecord::testing::structured;
using onrecord::testing::text_one;
using onrecord::testing::text_two;
using onrecord::testing::title;

/// A long paragraph, each time another one: what stands on a page three times is furniture.
std::string paragraph(int number) {
  return "In the year " + std::to_string(1900 + number) +
         " the harbour had a crane that could lift a boat of ten tons, and those who worked with it said that it was slow.\n\n";
}

std::string comment(int number) {
  return "I paid " + std::to_string(number) + " dollars for the crane, as everybody did, and it lies on the bottom of the harbour now, which is a shame.\n\n";
}

const std::string article = title + "\n\n" + text_one + "\n\n" + text_two + "\n\n" + paragraph(1) + paragraph(2) + paragraph(3);
const std::string of_article = "title body body body body body";

TEST(Furniture, CommentsThatALineOpensAreNoPartOfTheArticle) {
  for (const char* opening : {"There are 3 comments", "Join the discussion", "Showing 1-2 of 2 comments", "Have your say"}) {
    EXPECT_EQ(classes_of(structured(article + opening + "\n\n" + comment(1) + comment(2))), of_article + " furniture furniture furniture") << opening;
  }
}

TEST(Furniture, SignedCommentsWithMarksNeedNoOpening) {
  std::string thread;
  for (const int hour : {7, 8, 9})
    thread += "Boatman " + std::to_string(hour) + " · May 3, 2026 at " + std::to_string(hour) + ":11 am\n\n" + comment(hour) + "Reply\n\n";
  const std::string furniture = " furniture furniture furniture";
  EXPECT_EQ(classes_of(structured(article + thread)), of_article + furniture + furniture + furniture);
}

TEST(Furniture, ALinkToTheCommentsAboveTheTextIsNotTheirBeginning) {
  std::string thread = "12 comments\n\n";
  for (int number = 0; number < 12; ++number) thread += comment(number) + "Reply\n\n";
  const std::string classes = classes_of(structured(title + "\n\n12 comments\n\n" + paragraph(1) + paragraph(2) + paragraph(3) + paragraph(4) + thread));
  EXPECT_EQ(classes.substr(0, 40), "title furniture body body body body furn");
}

TEST(Furniture, ArticlesUnderTheNamesOfTheirSectionsBelowTheText) {
  std::string sections;
  for (const int number : {31, 32, 33}) sections += "Quay Radio\n\nA crane of the year " + std::to_string(number) + " is sold\n\n" + paragraph(number);
  const std::string entry = " furniture furniture furniture";
  EXPECT_EQ(classes_of(structured(article + sections)), of_article + entry + entry + entry);
  // A shop that has a button below each of its goods goes on with its article.
  EXPECT_EQ(classes_of(structured(article + sections + paragraph(34) + paragraph(35) + paragraph(36) + paragraph(37))).find(entry), std::string::npos);
}

TEST(Furniture, DatesWithoutMarksMakeNoThread) {
  std::string log;
  for (const int day : {3, 4, 5}) log += "May " + std::to_string(day) + ", 2026\n\n" + paragraph(day + 10);
  EXPECT_EQ(classes_of(structured(article + log)).find("furniture"), std::string::npos);
}

TEST(Furniture, CommentsDoNotCountAsTextBelowAListOfOtherArticles) {
  const std::string teasers = "Related\n\n" + paragraph(21);
  const std::string thread = "5 comments\n\n" + comment(1) + comment(2) + comment(3) + comment(4) + comment(5);
  EXPECT_EQ(classes_of(structured(article + teasers + thread)),
            of_article + " furniture furniture furniture furniture furniture furniture furniture furniture");
}

}  // namespace
}  // namespace onrecord
