#include "onrecord/extract/structure/structure.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "test_page.h"

namespace onrecord {
namespace {

using onrecord::testing::classes_of;
using onrecord::testing::structured;
using onrecord::testing::StructuredPage;
using onrecord::testing::text_one;
using onrecord::testing::text_two;
using onrecord::testing::title;

TEST(Structure, PlainArticle) {
  const StructuredPage page = structured(title + "\n\nBy Ann Lee and Jo Doe\n\n" + text_one + "\n\nWhy it took so long\n\n" + text_two);
  EXPECT_EQ(classes_of(page), "title byline body heading body");
  EXPECT_EQ(page.text(page.structure.title), title);
  EXPECT_EQ(page.text(page.structure.byline), "Ann Lee and Jo Doe");
  EXPECT_EQ(page.structure.section_of(2), -1);
  EXPECT_EQ(page.structure.section_of(4), 3);
}

TEST(Structure, PageWithFurniture) {
  const StructuredPage page =
      structured("Skip to content\nHome\nNews\nSign in\n\n" + title + "\n\nBy\n\nAnn Lee\n\nMay 3, 2021\n\n" + text_one + "\n\n" + text_two + "\n\n" +
                 text_one + " And more.\n\n" + text_two + " At last.\n\nRelated articles\n\nShip aground off Port Hope\n\n© 2021 Port Hope News");
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
  EXPECT_EQ(turns_of("ANN LEE: It is late.\nBO LI: It is.\nJO DOE: So it is."), "");     // nobody speaks again
  EXPECT_EQ(turns_of("ANN LEE: It is late.\nANN LEE: It is.\nANN LEE: So it is."), "");  // to nobody
  EXPECT_EQ(turns_of("ANN LEE: late\nBO LI: later\nANN LEE: latest\nBO LI: last"), "");  // no sentences
  std::string far = "ANN LEE: It is late.\nBO LI: It is.\n";
  for (int i = 0; i < 60; ++i) far += "It rained " + std::to_string(i) + " times.\n";
  EXPECT_EQ(turns_of(far + "ANN LEE: So it is."), "");
}

TEST(Structure, ReviewsAreFurniture) {
  const StructuredPage page =
      structured(title + "\n\n" + text_one + "\n\n" + text_two + "\n\n“Fair prices.”\n\nJo D.\n\n“They were quick.”\n\nAnn L.\n\nWe go there often.\n\nTom W.");
  EXPECT_EQ(classes_of(page), "title body body furniture furniture furniture furniture furniture furniture");
}

TEST(Structure, TeasersWithDatesAreFurniture) {
  const StructuredPage page = structured(title + "\n\n" + text_one + "\n\n" + text_two +
                                         "\n\nShip aground off Port Hope\n\nNov 18\n\nMayor wins, says she is glad\n\nNov 17\n\nIce on the quay\n\nNov 16\n\n" +
                                         text_two + " It rains.");
  EXPECT_EQ(classes_of(page), "title body body furniture furniture furniture furniture furniture furniture body");
}

TEST(Structure, ChronicleWithDatesIsText) {
  const StructuredPage page =
      structured(title + "\n\nMay 3, 2021\n\n" + text_one + " It stood for years.\n\nMay 4, 2021\n\n" + text_two + " It rained.\n\nMay 5, 2021\n\n" + text_one);
  const std::string classes = classes_of(page);
  EXPECT_EQ(classes.substr(classes.size() - 14), "body body body") << classes;
}

TEST(Structure, TeasersWithALinkEachAreFurniture) {
  const StructuredPage page = structured(title + "\n\n" + text_one + "\n\n" + text_two +
                                         "\n\nShip aground off Port Hope\n\nNobody was hurt, the mayor says.\n\nRead more\n\nIce on the quay\n\nIt will stay "
                                         "for a week.\n\nRead more\n\nA new school\n\nIt opens in May.\n\nRead Ann Lee's story");
  EXPECT_EQ(classes_of(page), "title body body furniture furniture furniture furniture furniture furniture furniture furniture furniture");
}

TEST(Structure, TeasersWithAuthorsAreFurniture) {
  const StructuredPage page =
      structured(title + "\n\nBy Cy Diaz\n\n" + text_one + "\n\n" + text_two +
                 "\n\nMayor: Port Hope is safe\n\nBy Ann Lee\n\nMayor blames both sides, says she is glad\n\nBy Jo Doe\n\nIce on the quay\n\nBy Bo Moss\n\n" +
                 text_two + " It rains.");
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
  const StructuredPage links = structured(title + "\n\n" + text_one + "\n\n" + text_two +
                                          " It is blue, and it is said to lift more than the old one.\n\nRelated posts:\n\nThe ferry is sold, its captain "
                                          "says.\n\nIce on the quay\n\nA new school opens in May.");
  EXPECT_EQ(classes_of(links), "title body body furniture furniture furniture furniture");
  const StructuredPage selling = structured(title + "\n\n" + text_one + "\n\n" + text_two +
                                            "\n\nIf you believe that news of the harbour matters, please consider a donation today.\n\nAlready a subscriber? "
                                            "Readers tell us that they like us.\n\nAnn Lee covers the courts for the Harbour Post.");
  EXPECT_EQ(classes_of(selling), "title body body furniture furniture furniture");
}

TEST(Structure, HeadlinesOfABoxMayAskOrShout) {
  const StructuredPage page =
      structured(title + "\n\n" + text_one + "\n\nTrending News\n\nWho is to pay for the crane?\n\nShip aground: “We got her!”\n\n" + text_two);
  EXPECT_EQ(classes_of(page), "title body furniture furniture furniture body");
}

TEST(Structure, MarkupTellsHeadings) {
  const std::string head = title + "\n\n" + text_one + "\n\n", list = "Prices and other matters\nThe weather at the quay\n\n";
  const std::string text = head + list + text_two + "\n\nWhy it took so long.\n\n" + text_one;
  EXPECT_EQ(classes_of(structured(text)), "title body heading heading body body body");
  const auto at = static_cast<std::uint32_t>(text.find("Why it"));
  EXPECT_EQ(classes_of(structured(text, {{at, 2}})), "title body body body body heading body");
  const std::string sentence = head + "Mayor Ann Lee asked the people of the town to stay away from the quay.\n\n" + text_two;
  EXPECT_EQ(classes_of(structured(sentence, {{static_cast<std::uint32_t>(head.size()), 2}})), "title body body body");
}

TEST(Structure, MarkupTellsQuestions) {
  const std::string text = title + "\n\n" + text_one + "\n\nFrequently asked questions\n\nOpening hours\n\nIt opens at dawn.\n\nPrices\n\nTwo dollars.";
  const auto at = [&](const char* words) { return static_cast<std::uint32_t>(text.find(words)); };
  EXPECT_EQ(classes_of(structured(text, {{at("Frequently"), 2}, {at("Opening"), 3}, {at("Prices"), 3}})),
            "title body furniture faq_question faq_answer faq_question faq_answer");
}

TEST(Structure, SingleSentenceIsText) {
  EXPECT_EQ(classes_of(structured("Ann Lee said no.")), "body");
  EXPECT_EQ(classes_of(structured("Ann Lee said no")), "body");
  EXPECT_TRUE(structured("").structure.lines.empty());
}

TEST(Structure, ParagraphThatEndsInAQuestionIsText) {
  const StructuredPage page =
      structured(title + "\n\n" + text_one + "\n\n“Who is to pay for it?” asked the mayor. “Is it the town, or is it the port?”\n\n" + text_two);
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

TEST(Structure, CommentsBeginWithWhoSaysAndWhen) {
  const StructuredPage page =
      structured(title + "\n\n" + text_one + "\n\n" + text_two +
                 "\n\nAnn Lee says:\n\nMay 4, 2021 at 10:11 am\n\nThe council said for years that the bridge was safe, and nobody believed it.");
  EXPECT_EQ(page.structure.lines.back(), LineClass::furniture);
  const StructuredPage article = structured(title + "\n\n" + text_one + "\n\n" + text_two +
                                            "\n\nAnn Lee says:\n\n“The council said for years that the bridge was safe, and nobody believed it.”");
  EXPECT_EQ(article.structure.lines.back(), LineClass::body);
}

}  // namespace
}  // namespace onrecord
