#include "onrecord/text/sentences.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "onrecord/text/bullet.h"
#include "onrecord/text/characters.h"
#include "text_testing.h"

namespace onrecord {
namespace {

using testing::segmented;
using testing::show_sentences;

// Each row: the sentences with " | " between them; without it it is the input.
void expect_rows(std::initializer_list<std::string> rows) {
  for (const std::string& row : rows) {
    std::string text = row;
    for (std::size_t at; (at = text.find(" || ")) != std::string::npos;) text.replace(at, 4, "\n");
    for (std::size_t at; (at = text.find("| ")) != std::string::npos;) text.erase(at, 2);
    EXPECT_EQ(show_sentences(segmented(text)), row);
  }
}

TEST(Sentences, EndAtEndMarks) {
  expect_rows({
      "",
      "No end mark",
      "One. | Two! | Three? | Four.",
      "A headline without a mark || A paragraph. | Its second sentence.",
      "Up 3.5 percent to 1.2 million. | 20 people came.",
      "See example.com for more. | All is there.",
      "Yahoo! announced a plan. | Why? because it can.",
      "“Nobody”. | Éva agreed.",
  });
}

TEST(Sentences, MayLackASpaceBeforeAWordThatOpensOne) {
  EXPECT_EQ(show_sentences(segmented("It was safe.The council left.It's late.Masons left.")), "It was safe. | The council left. | It's late. | Masons left.");
  EXPECT_EQ(show_sentences(segmented("See node.Io and it.The now.")), "See node.Io and it.The now.");
}

TEST(Sentences, KeepAbbreviationsAndInitialsWhole) {
  expect_rows({
      "Mr. Moss met Dr. Ida B. Wells and Gov. J. P. Hale. | He left.",
      "Acme Inc. Chairman Lee left. | Acme Inc. | The firm is old.",
      "The U.S. Senate met. | He left the U.S. | The end.",
      "He wrote on X. | “Nobody came,” he said. | They met Ann L. “Bo” Lee in the U.S. “Gull Wing” fund.",
      "It opens at 9 a.m. Monday. | It closes at 5 p.m. | She knows.",
      "Lee Hale Jr., of Acme Corp., left. | Acme Corp.'s plan failed.",
      "No. 5 won. | No. | The other did. | She said no. | No. | Masons did.",
      "MESA, Ariz. (AP) — He won. | It's over in Mesa, Ariz. | It's done.",
      "Boil the water. | 2. Wait.",
  });
}

TEST(Sentences, LookForTheEndOfAQuotationBehindAnAbbreviationNoFurtherThanOneIsLong) {
  std::string words;
  while (words.size() < 500) words += "and the ferry ";
  expect_rows({"He met the U.S. | “Nobody came " + words + "left,” he said."});
  expect_rows({"He met the U.S. “Nobody came " + words + words + "left,” he said."});
}

TEST(Sentences, EndWithTheirQuotation) {
  expect_rows({
      "“We won. We did,” he said. | “It is over.”",
      "“It is over.” | Moss said nothing.",
      "“Is it over?” he asked. | “It is!” | He left.",
      "“Is it over?” Ida Moss asked. | She left.",
      "\"Stop!\" Capt. Lee B. Hale shouted. | It stopped.",
      "“Is it?” | It is.",
      "He called it “a mess.” | She did not.",
      "He called it \"a mess. \" | She did not.",
      "He called it “a mess. ” | She did not.",
      "“It is over.” – Ida Moss",
      "“It is over.” | “Is it?” | “Yes.”",
  });
  EXPECT_EQ(show_sentences(segmented("He left.\"We stay,\" she said.")), "He left. | \"We stay,\" she said.");
}

TEST(Sentences, BearEllipses) {
  expect_rows({
      "“We … will see. . . . maybe,” he said.",
      "We will see... maybe. | We wait… | The end.",
      "And then ... Moss came.",
  });
}

TEST(Sentences, EndOutsideBrackets) {
  expect_rows({
      "He left (she stayed. Why?) at noon. | She wept.",
      "He left. | (She stayed.) | They wept.",
      "He left. | (She stayed. | Why? | “It is home.”) | They wept.",
      "(She stayed. | Why?)",
      "He left. | (She stayed (why?) at home. | They wept.)",
      "He left. | (She stayed. Why) They wept.",
      "Sen. Hale (D-Ariz.) left. | He wept.",
  });
}

TEST(Sentences, TellInnerDots) {
  struct Row {
    std::string text, inner;  // inner: the text with its inner dots as ·
  };
  const Row rows[] = {
      {"Mr. Lee paid 3.5 million. The U.S. Senate met.", "Mr· Lee paid 3·5 million. The U·S· Senate met."},
      {"He left the U.S. The end.", "He left the U·S. The end."},
      {"At 9 a.m. he left.", "At 9 a·m· he left."},
      {"Wait... no.", "Wait··· no."},
  };
  for (const Row& row : rows) {
    const Document document = segmented(row.text);
    std::string shown;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < row.text.size(); ++i) {
      const bool inner = next < document.inner_dots.size() && document.inner_dots[next] == i;
      if (inner) ++next;
      inner ? shown += "·" : shown += row.text[i];
    }
    EXPECT_EQ(shown, row.inner);
    EXPECT_EQ(next, document.inner_dots.size());
  }
}

TEST(Sentences, LeaveOutWhatMarksAnItem) {
  struct Row {
    std::string text, sentences;
  };
  const Row rows[] = {
      {"1. Boil the water. 2. Wait.", "Boil the water. | 2. Wait."},
      {"• One.\n* Two.\n12) Three.", "One. || Two. || Three."},
      {"•\tOne.\n•Two.\n3.\tThree.", "One. || Two. || Three."},
      {"— One.\n— Two.\nThe end.", "One. || Two. || The end."},
      {"- One.\n- Two.\nThe end.", "One. || Two. || The end."},
      {"“We won.”\n- Ann Lee\nThe end.", "“We won.” || - Ann Lee || The end."},
      {"-5 degrees.\n2011. It rained.\n3.5 percent.", "-5 degrees. || 2011. | It rained. || 3.5 percent."},
  };
  for (const Row& row : rows) EXPECT_EQ(show_sentences(segmented(row.text)), row.sentences);
}

TEST(Sentences, AreCutAtASpaceWhereTheyAreTooLong) {
  std::string words;
  for (int i = 0; i < 2000; ++i) words += "word ";
  const Document document = segmented(words + std::string(10'000, 'x'));
  EXPECT_GT(document.sentences.size(), 4U);
  EXPECT_EQ(document.folded.slice(document.sentences[0].span).substr(0, 9), "word word");
  EXPECT_TRUE(document.folded.slice(document.sentences[0].span).ends_with(" word"));
}

void expect_sound(const Document& document) {
  const std::string& text = document.folded.text();
  std::uint32_t end = 0;
  const auto only_space = [&](Span gap) { return without_space(text, gap).empty(); };
  const auto marks_item = [&](Span gap) {
    const Span mark = without_space(text, gap);
    const bool begins_line = std::any_of(document.lines.begin(), document.lines.end(), [&](const Line& line) { return line.span.begin == mark.begin; });
    return begins_line && bullet_size(slice(text, {mark.begin, gap.end})) == gap.end - mark.begin;
  };
  for (const Sentence& sentence : document.sentences) {
    ASSERT_TRUE(testing::is_on_borders(text, sentence.span) && !sentence.span.empty());
    ASSERT_LE(end, sentence.span.begin);
    ASSERT_TRUE(only_space({end, sentence.span.begin}) || marks_item({end, sentence.span.begin}));
    ASSERT_TRUE(document.lines[sentence.paragraph].span.contains(sentence.span));
    ASSERT_LE(sentence.span.size(), 4096U);
    end = sentence.span.end;
  }
  ASSERT_TRUE(only_space({end, static_cast<std::uint32_t>(text.size())}));
  ASSERT_TRUE(std::is_sorted(document.inner_dots.begin(), document.inner_dots.end()));
  for (const std::uint32_t dot : document.inner_dots) ASSERT_EQ(text[dot], '.');
}

TEST(Sentences, LeaveNothingOutInAnyText) {
  for (unsigned seed = 0; seed < 400; ++seed) expect_sound(segmented(testing::random_text(seed, 120)));
}

TEST(Sentences, DoNotEndInsideAQuotationUnlessTooLong) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const Document document = segmented(testing::random_text(seed, 120));
    for (const Sentence& sentence : document.sentences) {
      for (const Quotation& quotation : document.quotations) {
        const bool cut = quotation.span.begin < sentence.span.end && sentence.span.end < quotation.inner.end;
        ASSERT_FALSE(cut) << document.folded.text();
      }
    }
  }
}

TEST(Sentences, AreFoundInOnePass) {
  for (const char* piece : {".", ". ", "a.", "A. ", "\".", "(", "(a. ", "?\" A ", "… ", "word", "漢"}) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += piece;
    expect_sound(segmented(text));
  }
}

}  // namespace
}  // namespace onrecord
