#include "onrecord/extract/structure.h"

#include <gtest/gtest.h>

#include <array>
#include <ostream>
#include <string>

#include "onrecord/extract/byline.h"
#include "test_rules.h"

namespace onrecord {
namespace {

using onrecord::testing::StructuredPage;
using onrecord::testing::structured;

constexpr std::array<const char*, 11> class_names = {"body",    "title",    "byline",       "dateline",   "heading",  "caption",
                                                     "callout", "question", "faq_question", "faq_answer", "furniture"};

/// The classes of all lines, with a space between.
std::string classes_of(const StructuredPage& page) {
  std::string out;
  for (const LineClass kind : page.structure.lines) out += (out.empty() ? "" : " ") + std::string(class_names[static_cast<std::size_t>(kind)]);
  return out;
}

const std::string text_one =
    "The council of Port Hope voted on Monday to buy a second crane for the harbour, after a debate that lasted well into the night.";
const std::string text_two =
    "The crane will cost two million and is to stand on the northern quay by spring, where the old one fell into the water last year.";
const std::string title = "Port Hope buys a second crane for its harbour";

TEST(Structure, PlainArticle) {
  const StructuredPage page = structured(title + "\n\nBy Ann Lee and Jo Doe\n\n" + text_one + "\n\nWhy it took so long\n\n" + text_two);
  EXPECT_EQ(classes_of(page), "title byline body heading body");
  EXPECT_EQ(page.text(page.structure.title), title);
  EXPECT_EQ(page.text(page.structure.byline), "Ann Lee and Jo Doe");
  EXPECT_EQ(page.structure.section_of(2), -1);
  EXPECT_EQ(page.structure.section_of(4), 3);
}

TEST(Structure, PageWithFurniture) {
  const StructuredPage page = structured("Skip to content\nHome\nNews\nSign in\n\n" + title + "\n\nBy\n\nAnn Lee\n\nMay 3, 2021\n\n" + text_one + "\n\n" + text_two +
                                         "\n\n" + text_one + " And more.\n\n" + text_two + " At last.\n\nRelated articles\n\nShip aground off Port Hope\n\n© 2021 Port Hope News");
  EXPECT_EQ(classes_of(page), "furniture furniture furniture furniture title byline byline body body body body body furniture furniture furniture");
  EXPECT_EQ(page.text(page.structure.byline), "Ann Lee");
}

TEST(Structure, LabelsMakeATranscriptWhereTwoSpeakAndOneAgain) {
  const auto turns_of = [](const std::string& text) {
    const StructuredPage page = structured("The harbour hour\n\n" + text);
    std::string out;
    for (const Turn& turn : page.structure.transcript.turns) {
      out += page.text(turn.speaker) + " (" + page.text(turn.label) + ")";
      for (const Span paragraph : turn.paragraphs) out += " [" + page.text(paragraph) + "]";
      out += "\n";
    }
    return out;
  };
  EXPECT_EQ(turns_of("ANN LEE, HOST: It is late.\nAnd dark.\n(LAUGHTER)\nQUESTION: Is it?\nBO LI: It is.\nLEE: So it is.\nIt rained all day."),
            "ANN LEE (ANN LEE, HOST:) [It is late.] [And dark.]\n (QUESTION:) [Is it?]\nBO LI (BO LI:) [It is.]\nLEE (LEE:) [So it is.]\n");
  EXPECT_EQ(turns_of("ANN LEE: It is late.\nBO LI: It is.\nJO DOE: So it is."), "");  // nobody speaks again
  EXPECT_EQ(turns_of("ANN LEE: It is late.\nANN LEE: It is.\nANN LEE: So it is."), "");  // to nobody
  EXPECT_EQ(turns_of("ANN LEE: late\nBO LI: later\nANN LEE: latest\nBO LI: last"), "");  // no sentences
  std::string far = "ANN LEE: It is late.\nBO LI: It is.\n";
  for (int i = 0; i < 60; ++i) far += "It rained " + std::to_string(i) + " times.\n";
  EXPECT_EQ(turns_of(far + "ANN LEE: So it is."), "");
}

TEST(Structure, DeckAndContentsAreNoTitle) {
  const std::string capitals = "Port Hope Buys a Second Crane", deck = "The council of Port Hope voted to buy a crane for the northern quay by spring";
  const StructuredPage below = structured("Skip to content\nHome\nNews\n\n" + capitals + "\n\n" + deck + "\n\nMay 3, 2021\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(below.text(below.structure.title), capitals);
  const StructuredPage contents = structured("Home\nNews\n\nThe council of Port Hope and its crane\n\nShare\n\nA council that voted for a second crane\n\n" + text_one + "\n\n" + text_two +
                                             "\n\nA council that voted for a second crane\n\n" + text_two + " It rains.");
  EXPECT_EQ(contents.text(contents.structure.title), "The council of Port Hope and its crane");
}

TEST(Structure, AMenuWithDescriptionsMayStandAboveTheTitle) {
  const std::string menu = "Fishing\n\nAll about nets, boats and licences, with forms for the harbour office and the times at which it is open to the public of the whole coast.\n\n"
                           "Towing\n\nAll about ropes, tugs and pilots, with forms for the harbour office and the times at which it is open to the public, and what a tug costs.\n\n"
                           "Diving\n\nAll about wrecks, tides and oxygen, with forms for the harbour office and the times at which it is open to the public, and who may dive.\n\n"
                           "Sailing\n\nAll about sails, moorings and races, with forms for the harbour office and the times at which it is open to the public of the whole coast.\n\n";
  const StructuredPage page = structured(menu + "Close\n\n" + title + "\n\nMay 3, 2021\n\nBy Ann Lee\n\n" + text_one + "\n\n" + text_two + "\n\n" + text_one + " And more.");
  EXPECT_EQ(page.text(page.structure.title), title);
  EXPECT_EQ(classes_of(page).substr(0, 29), "furniture furniture furniture");
}

TEST(Structure, TheNameOfASiteIsNoTitle) {
  const StructuredPage page = structured("Port Hope Harbour News | Boats and Cranes\n\n" + title + "\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), title);
}

TEST(Structure, ShortParagraphsOfNewsFollowATitle) {
  const StructuredPage page = structured("Notes of the week\n\nMayor Ann Lee said that the bridge was safe.\n\nJo Doe of the port said that it was not safe at all.\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(classes_of(page), "title body body body body");
}

TEST(Structure, AParagraphIsNoTitle) {
  const std::string said = "The old bridge will close on Monday, Mayor Ann Lee said. “We can wait no longer,” she said.";
  const std::string answer = "“I do not agree,” said Bo Li, one of the masons. He said that the work would cost too much.";
  EXPECT_EQ(classes_of(structured(said + "\n\n" + answer)), "body body");
  EXPECT_EQ(classes_of(structured("Bridge to close\n\n" + said + "\n\n" + answer)), "title body body");
  // Nor is the last sentence of a text so short that its first line is hardly a title.
  EXPECT_TRUE(structured("Bridge closes\n\nIt rained for days.\n\nThe mayor, Ann Lee, told us that the bridge was closed.").structure.title.empty());
}

TEST(Structure, ACaptionIsNoTitleAndItsPhotographerNoAuthor) {
  const StructuredPage page = structured("Boats wait below the bridge in Port Hope on 3 May 2021. Picture by Ann Lee\n\n" + title + "\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), title);
  EXPECT_EQ(page.text(page.structure.byline), "");
}

TEST(Structure, AFirstSentenceIsNoTitle) {
  const std::string lead = "The council has closed the old bridge over the river, as two of its piers are cracked, the masons say.";
  EXPECT_TRUE(structured(lead + "\n\n" + text_one + "\n\n" + text_two).structure.title.empty());
  const std::string figures = "The work has cost 7.27 million so far, said the office of the mayor, who wants more.";
  const StructuredPage second = structured("OSLO (AP) — " + text_one + "\n\nThe old bridge was closed by a letter.\n\n" + figures);
  EXPECT_TRUE(second.structure.title.empty()) << second.text(second.structure.title);
  const StructuredPage dated = structured(lead + "\n\nMay 3, 2021\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(dated.text(dated.structure.title), lead);
  const StructuredPage headline = structured("Masons say the old bridge is cracked.\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(headline.text(headline.structure.title), "Masons say the old bridge is cracked.");
}

TEST(Structure, TheTitleIsTheLineWithoutTheSite) {
  const StructuredPage page = structured(title + " - Harbour News - Port Hope\n\n" + title + "\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), title);
  EXPECT_EQ(classes_of(page), "furniture title body body");
}

TEST(Structure, QuestionsBelowEachOtherAreNoTitle) {
  const StructuredPage page = structured("Who may moor a boat in the harbour?\nWhat does a berth for a boat cost?\nWhen does the harbour office open?\n\n" + text_one + "\n\n" + text_two);
  EXPECT_TRUE(page.structure.title.empty()) << page.text(page.structure.title);
  const StructuredPage twice = structured("Is the harbour to get a second crane?\n\nIs the harbour to get a second crane?\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(twice.text(twice.structure.title), "Is the harbour to get a second crane?");
}

TEST(Structure, AnEssayThatAsksHasTheTitleThatStandsAboveIt) {
  const std::string essay = "There is a feeling in the town that the harbour is safe. But is that feeling right, now that the pier has gone? And what of the bridge, which has stood there for longer than anybody can tell? Is it safe?";
  const StructuredPage page = structured("Are we safe now?\n\nMay 3, 2021\n\n" + essay + "\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), "Are we safe now?");
}

TEST(Structure, WhoWroteThePageMayStandBelowTheText) {
  std::string text = title + "\n\n";
  for (int i = 0; i < 10; ++i) text += text_one + "\n\n" + text_two + "\n\n";
  const StructuredPage page = structured(text + "Written by Ann Lee\n\n" + text_one);
  EXPECT_EQ(page.text(page.structure.byline), "Ann Lee");
}

TEST(Structure, WhatAnnouncesAFaqIsTheTitleOfItsPage) {
  const std::string questions = "Who may moor here?\n\n" + text_one + "\n\nWhat does it cost?\n\n" + text_two;
  const StructuredPage page = structured("FAQs\n\n" + questions);
  EXPECT_EQ(page.text(page.structure.title), "FAQs");
  const StructuredPage sentence = structured("Questions & Answers\n\nWrite to the harbour office with any question that is not here.\n\n" + questions);
  EXPECT_EQ(sentence.text(sentence.structure.title), "Questions & Answers");
  const StructuredPage titled = structured(title + "\n\n" + text_one + "\n\nFAQs\n\n" + questions);
  EXPECT_EQ(titled.text(titled.structure.title), title);
}

TEST(Structure, ATitleNamesNoAuthor) {
  const StructuredPage page = structured("Interview: Ann Lee\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), "Interview: Ann Lee");
  EXPECT_EQ(page.text(page.structure.byline), "");
}

TEST(Structure, WhoTakesPartInATranscriptHasNotWrittenIt) {
  const StructuredPage page = structured("The harbour hour of Port Hope\n\nMarch 17, 2021\n\nAnn Lee\n\nBo Li\n\nANN LEE: It is late, and it has been dark for an hour or two.\n\nBO LI: It is, and nobody knows when the ferry comes.\n\nANN LEE: So it is.\n\nBO LI: It is.");
  EXPECT_EQ(page.text(page.structure.byline), "");
}

TEST(Structure, AuthorsOverADateAreNoTitle) {
  const std::string names = "Ann Lee, Bo van der Moss and Cy Q. Diaz-Doe";
  const StructuredPage page = structured("Home\nNews\n\nA crane, at last\n\nPhoto\n\n" + names + "\n\nMay 3, 2021\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), "A crane, at last");
  EXPECT_EQ(page.text(page.structure.byline), names);
}

TEST(Structure, ReviewsAreFurniture) {
  const StructuredPage page = structured(title + "\n\n" + text_one + "\n\n" + text_two + "\n\n“Fair prices.”\n\nJo D.\n\n“They were quick.”\n\nAnn L.\n\nWe go there often.\n\nTom W.");
  EXPECT_EQ(classes_of(page), "title body body furniture furniture furniture furniture furniture furniture");
}

TEST(Structure, TeasersWithDatesAreFurniture) {
  const StructuredPage page = structured(title + "\n\n" + text_one + "\n\n" + text_two + "\n\nShip aground off Port Hope\n\nNov 18\n\nMayor wins, says she is glad\n\nNov 17\n\nIce on the quay\n\nNov 16\n\n" + text_two + " It rains.");
  EXPECT_EQ(classes_of(page), "title body body furniture furniture furniture furniture furniture furniture body");
}

TEST(Structure, ChronicleWithDatesIsText) {
  const StructuredPage page = structured(title + "\n\nMay 3, 2021\n\n" + text_one + " It stood for years.\n\nMay 4, 2021\n\n" + text_two + " It rained.\n\nMay 5, 2021\n\n" + text_one);
  const std::string classes = classes_of(page);
  EXPECT_EQ(classes.substr(classes.size() - 14), "body body body") << classes;
}

TEST(Structure, TeasersWithALinkEachAreFurniture) {
  const StructuredPage page = structured(title + "\n\n" + text_one + "\n\n" + text_two + "\n\nShip aground off Port Hope\n\nNobody was hurt, the mayor says.\n\nRead more\n\nIce on the quay\n\nIt will stay for a week.\n\nRead more\n\nA new school\n\nIt opens in May.\n\nRead Ann Lee's story");
  EXPECT_EQ(classes_of(page), "title body body furniture furniture furniture furniture furniture furniture furniture furniture furniture");
}

TEST(Structure, TeasersWithAuthorsAreFurniture) {
  const StructuredPage page = structured(title + "\n\nBy Cy Diaz\n\n" + text_one + "\n\n" + text_two + "\n\nMayor: Port Hope is safe\n\nBy Ann Lee\n\nMayor blames both sides, says she is glad\n\nBy Jo Doe\n\nIce on the quay\n\nBy Bo Moss\n\n" + text_two + " It rains.");
  EXPECT_EQ(classes_of(page), "title byline body body furniture furniture furniture furniture furniture furniture body");
}

TEST(Structure, HalfOfTheTextMayFollowAListOfArticles) {
  const std::string other = "Another town has bought a crane, too, says its mayor, who would like to see it from her window in the town hall.";
  const std::string body = title + "\n\n" + text_one + "\n\n" + text_two + "\n\n" + text_one + " And more.\n\n" + text_two + " At last.\n\n";
  const StructuredPage tail = structured(body + "Editor's picks\n\n" + other + "\n\n" + other + " It is red.");
  EXPECT_EQ(classes_of(tail), "title body body body body furniture furniture furniture");
  const StructuredPage box = structured(body + "Related story\n\nA crane in the sea\n\n" + other + "\n\n" + other + " It is red.");
  EXPECT_EQ(classes_of(box), "title body body body body furniture furniture body body");
}

TEST(Structure, WhatAShortArticleIsFollowedBy) {
  const StructuredPage links = structured(title + "\n\n" + text_one + "\n\n" + text_two + " It is blue, and it is said to lift more than the old one.\n\nRelated posts:\n\nThe ferry is sold, its captain says.\n\nIce on the quay\n\nA new school opens in May.");
  EXPECT_EQ(classes_of(links), "title body body furniture furniture furniture furniture");
  const StructuredPage selling = structured(title + "\n\n" + text_one + "\n\n" + text_two + "\n\nIf you believe that news of the harbour matters, please consider a donation today.\n\nAlready a subscriber? Readers tell us that they like us.\n\nAnn Lee covers the courts for the Harbour Post.");
  EXPECT_EQ(classes_of(selling), "title body body furniture furniture furniture");
}

TEST(Structure, HeadlinesOfABoxMayAskOrShout) {
  const StructuredPage page = structured(title + "\n\n" + text_one + "\n\nTrending News\n\nWho is to pay for the crane?\n\nShip aground: “We got her!”\n\n" + text_two);
  EXPECT_EQ(classes_of(page), "title body furniture furniture furniture body");
}

TEST(Structure, MarkupTellsHeadings) {
  const std::string head = title + "\n\n" + text_one + "\n\n", list = "Prices and other matters\nThe weather at the quay\n\n";
  const std::string text = head + list + text_two + "\n\nWhy it took so long.\n\n" + text_one;
  EXPECT_EQ(classes_of(structured(text)), "title body heading heading body body body");
  const auto at = static_cast<std::uint32_t>(text.find("Why it"));
  EXPECT_EQ(classes_of(structured(text, {{at, 2}})), "title body body body body heading body");
}

TEST(Structure, MarkupTellsQuestions) {
  const std::string text = title + "\n\n" + text_one + "\n\nFrequently asked questions\n\nOpening hours\n\nIt opens at dawn.\n\nPrices\n\nTwo dollars.";
  const auto at = [&](const char* words) { return static_cast<std::uint32_t>(text.find(words)); };
  EXPECT_EQ(classes_of(structured(text, {{at("Frequently"), 2}, {at("Opening"), 3}, {at("Prices"), 3}})), "title body furniture faq_question faq_answer faq_question faq_answer");
}

TEST(Structure, SingleSentenceIsText) {
  EXPECT_EQ(classes_of(structured("Ann Lee said no.")), "body");
  EXPECT_EQ(classes_of(structured("Ann Lee said no")), "body");
  EXPECT_TRUE(structured("").structure.lines.empty());
}

TEST(Structure, ParagraphThatEndsInAQuestionIsText) {
  const StructuredPage page = structured(title + "\n\n" + text_one + "\n\n“Who is to pay for it?” asked the mayor. “Is it the town, or is it the port?”\n\n" + text_two);
  EXPECT_EQ(classes_of(page), "title body body body");
}

TEST(Structure, CalloutsCaptionsAndDatelines) {
  const StructuredPage page = structured(title + "\n\nPORT HOPE (AP) — " + text_one + "\n\nDid You Know? The first crane was built in 1910.\n\n" + text_two +
                                         "\n\nBoats in the harbour on Monday. Jo Doe/Getty Images\n\n" + text_two + " It is blue.");
  EXPECT_EQ(classes_of(page), "title body callout body caption body");
  EXPECT_EQ(page.text(page.structure.dateline), "PORT HOPE (AP)");
}

TEST(Structure, EveryLineHasAClass) {
  for (const char* text : {"", "\n\n", "?", "By", "FAQ", "FAQ\n\nWhy?", "* * *\n\n* * *\n\n* * *", "\xE2\x80\x9C\n\xE2\x80\x9D"}) {
    const StructuredPage page = structured(text);
    EXPECT_EQ(page.structure.lines.size(), page.document.lines.size()) << text;
  }
}

TEST(Structure, FindsAPlaceBeforeTheFirstSentence) {
  const auto dateline = [](const std::string& first) {
    const StructuredPage page = structured(title + "\n\n" + first + "\n\n" + text_one + "\n\n" + text_two);
    return page.text(page.structure.dateline);
  };
  EXPECT_EQ(dateline("Oslo: The bridge over the old harbour has been closed for nine weeks."), "Oslo");
  EXPECT_EQ(dateline("OSLO | The bridge over the old harbour has been closed for nine weeks."), "OSLO");
  EXPECT_EQ(dateline("LANCASTER, Ohio - The bridge over the old harbour has been closed for nine weeks."), "LANCASTER, Ohio");
  EXPECT_EQ(dateline("KUALA LUMPUR:- The bridge over the old harbour has been closed for nine weeks."), "KUALA LUMPUR");
  EXPECT_EQ(dateline("PARIS, July 23 Masons have closed the bridge over the old harbour for nine weeks."), "PARIS, July 23");
  EXPECT_EQ(dateline("Oslo: The bridge and the harbour"), "");
  EXPECT_EQ(dateline("Lee: The bridge over the old harbour has been closed for nine weeks."), "");
  const StructuredPage untitled = structured("Oslo: The bridge over the old harbour has been closed for nine weeks.\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(untitled.text(untitled.structure.dateline), "Oslo");
  EXPECT_TRUE(untitled.structure.title.empty());
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
};

INSTANTIATE_TEST_SUITE_P(Forms, Bylines, ::testing::ValuesIn(bylines), [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace onrecord
