#include "onrecord/extract/structure/byline.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "test_page.h"

namespace onrecord {
namespace {

using onrecord::testing::structured;
using onrecord::testing::StructuredPage;
using onrecord::testing::text_one;
using onrecord::testing::text_two;
using onrecord::testing::title;

TEST(Byline, ACaptionIsNoTitleAndItsPhotographerNoAuthor) {
  const StructuredPage page =
      structured("Boats wait below the bridge in Port Hope on 3 May 2021. Picture by Ann Lee\n\n" + title + "\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), title);
  EXPECT_EQ(page.text(page.structure.byline), "");
}

TEST(Byline, WhoWroteThePageMayStandBelowTheText) {
  std::string text = title + "\n\n";
  for (int i = 0; i < 10; ++i) text += text_one + "\n\n" + text_two + "\n\n";
  const StructuredPage page = structured(text + "Written by Ann Lee\n\n" + text_one);
  EXPECT_EQ(page.text(page.structure.byline), "Ann Lee");
}

TEST(Byline, ATitleNamesNoAuthor) {
  const StructuredPage page = structured("Interview: Ann Lee\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), "Interview: Ann Lee");
  EXPECT_EQ(page.text(page.structure.byline), "");
}

TEST(Byline, WhoTakesPartInATranscriptHasNotWrittenIt) {
  const StructuredPage page = structured(
      "The harbour hour of Port Hope\n\nMarch 17, 2021\n\nAnn Lee\n\nBo Li\n\nANN LEE: It is late, and it has been dark for an hour or two.\n\nBO LI: It is, "
      "and nobody knows when the ferry comes.\n\nANN LEE: So it is.\n\nBO LI: It is.");
  EXPECT_EQ(page.text(page.structure.byline), "");
}

TEST(Byline, AuthorsOverADateAreNoTitle) {
  const std::string names = "Ann Lee, Bo van der Moss and Cy Q. Diaz-Doe";
  const StructuredPage page = structured("Home\nNews\n\nA crane, at last\n\nPhoto\n\n" + names + "\n\nMay 3, 2021\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), "A crane, at last");
  EXPECT_EQ(page.text(page.structure.byline), names);
}

TEST(Byline, TheTitleMayStandTwice) {
  const StructuredPage page = structured(title + "\n\nUpdated on May 3, 2021\n\n" + title + "\n\nAnn Lee\n\n“Who needs a crane?”\n\n" + text_one);
  EXPECT_EQ(page.text(page.structure.byline), "Ann Lee");
}

TEST(Byline, AuthorsMayStandAboveTheSecondPrintOfTheTitle) {
  const StructuredPage page = structured(title + "\n\nAnn Lee 5/3/21 11:04am\n\nShare\n\nPrint\n\n" + title + "\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.byline), "Ann Lee");
}

struct BylineCase {
  const char* name;
  const char* lines;
  const char* byline;
};

// So that lists of tests show names.
void PrintTo(const BylineCase& given, std::ostream* out) { *out << given.name; }

class Bylines : public ::testing::TestWithParam<BylineCase> {};

TEST_P(Bylines, AreFoundBelowTheTitle) {
  const StructuredPage page = structured(title + "\n\n" + GetParam().lines + "\n\n" + text_one + "\n\n" + text_two);
  std::string names = page.text(page.structure.byline);
  for (const Span more : page.structure.more_authors) names += " | " + page.text(more);
  EXPECT_EQ(names, GetParam().byline);
}

const BylineCase bylines[] = {
    {"on_two_lines", "By Ann Lee\n\nand Bo Moss\n\nMay 3, 2021", "Ann Lee | Bo Moss"},
    {"each_on_a_line", "By Ann Lee, Harbour News\n\nBy Bo Moss\n\nBy Cy Diaz", "Ann Lee | Bo Moss | Cy Diaz"},
    {"two_names_below_each_other", "Ann Lee\n\nBo Moss\n\nMay 3, 2021", "Ann Lee | Bo Moss"},
    {"from", "From Ann Lee in Port Hope", "Ann Lee"},
    {"outlet_behind_a_comma", "Ann Lee, Port Hope Courier", "Ann Lee"},
    {"outlet_below", "Ann Lee\n\nReuters", "Ann Lee"},
    {"place_behind", "Ann Lee in Port Hope", "Ann Lee"},
    {"two_with_their_places", "Ann Lee in Port Hope and Bo Moss in Oslo", "Ann Lee | Bo Moss"},
    {"by_two_with_their_places", "By Ann Lee in Port Hope and Bo Moss in Oslo", "Ann Lee | Bo Moss"},
    {"deck_with_a_word_for_writers", "Marks Century With Two Thousand Dollars for the Society of Harbour Writers", ""},
    {"when_it_was_aired", "Aired May 3, 2021 - 20:00   ET", ""},
    {"briefing_by_somebody", "Press briefing by Secretary Ann Lee, 3/5/2021", ""},
    {"date_first_and_capital", "3 May 2021 | By Ann Lee", "Ann Lee"},
    {"two_bare_names", "Ann Lee and Bo Moss", "Ann Lee and Bo Moss"},
    {"age_above", "Updated 3 hours ago\n\nAnn Lee", "Ann Lee"},
    {"by", "By Ann Lee", "Ann Lee"},
    {"role_only", "by Chief Editor", "Chief Editor"},
    {"role_behind", "By Ann Lee Senior Writer", "Ann Lee"},
    {"glued_date", "By Ann LeePublished May 3, 2021", "Ann Lee"},
    {"lost_space", "ByAnn Lee", "Ann Lee"},
    {"alone", "Written by\n\nAnn Lee", "Ann Lee"},
    {"label", "Author: Ann Lee", "Ann Lee"},
    {"team", "By the Harbour Desk", "the Harbour Desk"},
    {"bare_name_over_date", "Ann Lee\n\nMay 3, 2021", "Ann Lee"},
    {"bare_name_over_role", "Ann Lee\n\nHarbour Correspondent", "Ann Lee"},
    {"name_and_role", "Ann Lee, Harbour Correspondent", "Ann Lee"},
    {"date_first", "May 3, 2021 by Ann Lee", "Ann Lee"},
    {"told_to", "As told to Ann Lee", "Ann Lee"},
    {"date_and_name", "May 3, 2021 / Ann Lee", "Ann Lee"},
    {"outlet_behind_a_gap", "Ann Lee   Port Hope Courier", "Ann Lee"},
    {"name_and_outlet", "Ann Lee, Harbour.com\n\nMay 3, 2021", "Ann Lee"},
    {"several_over_date", "Ann Lee, Bo van der Moss, Cy Q. Diaz-Doe\n\nMay 3, 2021", "Ann Lee, Bo van der Moss, Cy Q. Diaz-Doe"},
    {"section_before_date", "Ann Lee\n\nHarbour\n\nMay 3, 2021", "Ann Lee"},
    {"particles", "By Ann van der Lee", "Ann van der Lee"},
    {"glued_number", "By Ann Lee08/13/2020", "Ann Lee"},
    {"letters_with_marks", "By Ann Måé", "Ann Måé"},
    {"none", "A second crane, at last", ""},
    {"a_thing", "Northern Quay", ""},
    {"words_and_pictures", "Words and pictures by Ann Lee", "Ann Lee"},
    {"two_credits_on_a_line", "Words: Ann Lee. Pictures: Bo Moss", "Ann Lee"},
    {"outlet_without_a_comma", "By Ann Lee Port Hope Courier Staff Writer", "Ann Lee"},
    {"for_an_outlet", "By Ann Lee For the Courier", "Ann Lee"},
    {"comment_link_behind", "May 3, 2021 By Ann Lee Leave a Comment", "Ann Lee"},
    {"reports", "Ann Lee reports from Oslo", "Ann Lee"},
    {"reporter", "Reporter: Ann Lee", "Ann Lee"},
    {"links_of_the_author", "By\n\nSocial Links for Ann Lee\n\nView archive", "Ann Lee"},
    {"time_behind", "By Ann Lee and Bo Moss, Courier Staff, updated May 3, 2021, 3:31 p.m.", "Ann Lee and Bo Moss"},
    {"team_on_a_day", "Posted by HarbourFan on Friday May 3, 2021", "HarbourFan"},
    {"unknown_first_name_over_a_date", "Xqzu Lee\n\nMay 3, 2021", "Xqzu Lee"},
    {"short_form", "By Ann Lee Jr.", "Ann Lee Jr."},
    {"unknown_first_name_below_a_known_one", "Ann Lee\n\nXqzu Moss", "Ann Lee | Xqzu Moss"},
    {"a_surname_that_is_a_thing", "Ann Crane", "Ann Crane"},
    {"an_interview", "Harbour Interview\n\nMay 3, 2021", ""},
    {"date_name_and_section", "May 3, 2021 • Ann Lee in Harbour News", "Ann Lee"},
    {"trade_below", "Ann Lee\n\nHarbour engineer", "Ann Lee"},
    {"staff", "Our Foreign Staff\n\nMay 3, 2021", "Our Foreign Staff"},
    {"announced_below_a_deck_that_begins_with_a_name", "Bo Moss, 36, fell into the harbour in the night of May 2\n\nBy\n\nAnn Lee", "Ann Lee"},
    {"credit_of_a_picture", "Bo Moss / Getty Images\n\nAnn Lee\n\nMay 3, 2021", "Ann Lee"},
    {"heading_of_a_faq", "Customer FAQ • Answers before you order", ""},
};

INSTANTIATE_TEST_SUITE_P(Forms, Bylines, ::testing::ValuesIn(bylines), [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace onrecord
