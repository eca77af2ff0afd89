#include "onrecord/extract/structure/title.h"

#include <gtest/gtest.h>

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

TEST(Title, DeckAndContentsAreNoTitle) {
  const std::string capitals = "Port Hope Buys a Second Crane", deck = "The council of Port Hope voted to buy a crane for the northern quay by spring";
  const StructuredPage below = structured("Skip to content\nHome\nNews\n\n" + capitals + "\n\n" + deck + "\n\nMay 3, 2021\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(below.text(below.structure.title), capitals);
  const StructuredPage contents = structured("Home\nNews\n\nThe council of Port Hope and its crane\n\nShare\n\nA council that voted for a second crane\n\n" +
                                             text_one + "\n\n" + text_two + "\n\nA council that voted for a second crane\n\n" + text_two + " It rains.");
  EXPECT_EQ(contents.text(contents.structure.title), "The council of Port Hope and its crane");
}

TEST(Title, ContentsOfThePageMayStandBelowIt) {
  const std::string crane = "Port Hope and its crane", first = "What did the council of Port Hope buy?", second = "Who is to run the crane of the port?";
  const StructuredPage page =
      structured(crane + "\n\n" + first + "\n\n" + second + "\n\n" + text_one + "\n\n" + first + "\n\n" + text_two + "\n\n" + second + "\n\n" + text_one);
  EXPECT_EQ(page.text(page.structure.title), crane);
}

TEST(Title, AMenuWithDescriptionsMayStandAboveTheTitle) {
  const std::string menu =
      "Fishing\n\nAll about nets, boats and licences, with forms for the harbour office and the times at which it is open to the public of the whole coast.\n\n"
      "Towing\n\nAll about ropes, tugs and pilots, with forms for the harbour office and the times at which it is open to the public, and what a tug costs.\n\n"
      "Diving\n\nAll about wrecks, tides and oxygen, with forms for the harbour office and the times at which it is open to the public, and who may dive.\n\n"
      "Sailing\n\nAll about sails, moorings and races, with forms for the harbour office and the times at which it is open to the public of the whole "
      "coast.\n\n";
  const StructuredPage page =
      structured(menu + "Close\n\n" + title + "\n\nMay 3, 2021\n\nBy Ann Lee\n\n" + text_one + "\n\n" + text_two + "\n\n" + text_one + " And more.");
  EXPECT_EQ(page.text(page.structure.title), title);
  EXPECT_EQ(classes_of(page).substr(0, 29), "furniture furniture furniture");
}

TEST(Title, TheNameOfASiteIsNoTitle) {
  const StructuredPage page = structured("Port Hope Harbour News | Boats and Cranes\n\n" + title + "\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), title);
}

TEST(Title, ShortParagraphsOfNewsFollowATitle) {
  const StructuredPage page =
      structured("Notes of the week\n\nMayor Ann Lee said that the bridge was safe.\n\nJo Doe of the port said that it was not safe at all.\n\n" + text_one +
                 "\n\n" + text_two);
  EXPECT_EQ(classes_of(page), "title body body body body");
}

TEST(Title, AParagraphIsNoTitle) {
  const std::string said = "The old bridge will close on Monday, Mayor Ann Lee said. “We can wait no longer,” she said.";
  const std::string answer = "“I do not agree,” said Bo Li, one of the masons. He said that the work would cost too much.";
  EXPECT_EQ(classes_of(structured(said + "\n\n" + answer)), "body body");
  EXPECT_EQ(classes_of(structured("Bridge to close\n\n" + said + "\n\n" + answer)), "title body body");
  // Nor is the last sentence of a text so short that its first line is hardly a title.
  EXPECT_TRUE(structured("Bridge closes\n\nIt rained for days.\n\nThe mayor, Ann Lee, told us that the bridge was closed.").structure.title.empty());
}

TEST(Title, AQuotationBetweenSentencesIsNoTitle) {
  const StructuredPage page = structured(
      "Bridge shut\n\nThe bridge of the town will close in May, the town said on Monday.\n\nMayor Ann Lee says “It is old and it will fall one "
      "day”\n\nMasons came on Monday with carts and ropes.\n\nThe council met on Tuesday to talk of it all day.");
  EXPECT_TRUE(page.structure.title.empty());
}

TEST(Title, AFirstSentenceIsNoTitle) {
  const std::string lead = "The council has closed the old bridge over the river, as two of its piers are cracked, the masons say.";
  EXPECT_TRUE(structured(lead + "\n\n" + text_one + "\n\n" + text_two).structure.title.empty());
  const std::string short_lead = "The old bridge can carry many sorts of carts and boats, such as ferries with sails.";
  EXPECT_TRUE(structured(short_lead + "\n\n" + text_one + "\n\n" + text_two).structure.title.empty());
  const std::string figures = "The work has cost 7.27 million so far, said the office of the mayor, who wants more.";
  const StructuredPage second = structured("OSLO (AP) — " + text_one + "\n\nThe old bridge was closed by a letter.\n\n" + figures);
  EXPECT_TRUE(second.structure.title.empty()) << second.text(second.structure.title);
  const StructuredPage dated = structured(lead + "\n\nMay 3, 2021\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(dated.text(dated.structure.title), lead);
  const StructuredPage headline = structured("Masons say the old bridge is cracked.\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(headline.text(headline.structure.title), "Masons say the old bridge is cracked.");
}

TEST(Title, AHeadlineBelowParagraphsIsOfAnotherStory) {
  const std::string box = "Continue reading\n\nRelated\n\nHow the Crane of Port Hope Was Built by Hand\n\nMay 3, 2021\n\n";
  const StructuredPage page =
      structured(text_one + " It hails.\n\n" + text_two + "\n\n" + text_one + " It rains.\n\n" + box + text_two + " It snows.\n\n" + text_one);
  EXPECT_EQ(page.text(page.structure.title), "");
  EXPECT_EQ(classes_of(page).substr(0, 14), "body body body");
}

TEST(Title, TheTitleIsTheLineWithoutTheSite) {
  const StructuredPage page = structured(title + " - Harbour News - Port Hope\n\n" + title + "\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), title);
  EXPECT_EQ(classes_of(page), "furniture title body body");
}

TEST(Title, QuestionsBelowEachOtherAreNoTitle) {
  const StructuredPage page = structured("Who may moor a boat in the harbour?\nWhat does a berth for a boat cost?\nWhen does the harbour office open?\n\n" +
                                         text_one + "\n\n" + text_two);
  EXPECT_TRUE(page.structure.title.empty()) << page.text(page.structure.title);
  const StructuredPage twice = structured("Is the harbour to get a second crane?\n\nIs the harbour to get a second crane?\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(twice.text(twice.structure.title), "Is the harbour to get a second crane?");
}

TEST(Title, AnEssayThatAsksHasTheTitleThatStandsAboveIt) {
  const std::string essay =
      "There is a feeling in the town that the harbour is safe. But is that feeling right, now that the pier has gone? And what of the bridge, which has stood "
      "there for longer than anybody can tell? Is it safe?";
  const StructuredPage page = structured("Are we safe now?\n\nMay 3, 2021\n\n" + essay + "\n\n" + text_one + "\n\n" + text_two);
  EXPECT_EQ(page.text(page.structure.title), "Are we safe now?");
}

TEST(Title, AMenuWithDescriptionsIsNotTheText) {
  std::string page_text = "Learn\n";
  for (const char* entry : {"Ports", "Boats", "Cranes", "Ropes", "Masts"}) {
    page_text += std::string(entry) + "\nWhat everybody should know about them before he buys one, told by those who have worked with them for years.\n";
  }
  for (int i = 0; i < 20; ++i) page_text += "Offer " + std::to_string(i) + "\n";
  page_text += "\n" + title + "\n\n";
  for (int i = 0; i < 12; ++i) page_text += text_one + " " + text_two + " " + text_one + " " + text_two + "\n\n";
  const StructuredPage page = structured(page_text);
  EXPECT_EQ(page.text(page.structure.title), title);
}

TEST(Title, WhatAnnouncesAFaqIsTheTitleOfItsPage) {
  const std::string questions = "Who may moor here?\n\n" + text_one + "\n\nWhat does it cost?\n\n" + text_two;
  const StructuredPage page = structured("FAQs\n\n" + questions);
  EXPECT_EQ(page.text(page.structure.title), "FAQs");
  const StructuredPage sentence = structured("Questions & Answers\n\nWrite to the harbour office with any question that is not here.\n\n" + questions);
  EXPECT_EQ(sentence.text(sentence.structure.title), "Questions & Answers");
  const StructuredPage titled = structured(title + "\n\n" + text_one + "\n\nFAQs\n\n" + questions);
  EXPECT_EQ(titled.text(titled.structure.title), title);
}

}  // namespace
}  // namespace onrecord
