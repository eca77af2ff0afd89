#include <gtest/gtest.h>

#include "onrecord/text/segment.h"
#include "text_testing.h"

namespace onrecord {
namespace {

std::string show_lines(const Document& document) {
  std::string shown;
  for (const Line& line : document.lines) {
    shown += std::to_string(line.blank_before) + "[" + std::string(document.folded.slice(line.span)) + "]";
  }
  return shown;
}

// The first and last lines of the paragraphs that have several.
std::string show_joined(const Document& document) {
  std::string shown;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.first_line == paragraph.last_line) continue;
    shown += std::to_string(paragraph.first_line) + "-" + std::to_string(paragraph.last_line) + " ";
  }
  return shown;
}

TEST(Lines, AreFoundWithoutWhiteSpaceAroundThem) {
  struct Row {
    std::string text, lines;
  };
  const Row rows[] = {
      {"", ""},
      {" \n\t\n", ""},
      {"one", "0[one]"},
      {"one\ntwo\n", "0[one]0[two]"},
      {"\n\none\n\n\n  two \t\n", "2[one]2[two]"},
      {"one\r\n\r\ntwo\rthree", "0[one]1[two]0[three]"},
      {"one\u2028two\u2029three\u0085four", "0[one]0[two]0[three]0[four]"},
      {"\u00A0 one \u3000\n\u200B\ntwo", "0[one]1[two]"},
  };
  for (const Row& row : rows) EXPECT_EQ(show_lines(read_lines(row.text)), row.lines) << row.text;
}

TEST(Lines, ParagraphsAreLinesAsARule) {
  const Document document = read_lines("A headline\nA first paragraph.\nA second one\nthat goes on in small letters.");
  EXPECT_EQ(document.paragraphs.size(), 4U);
}

constexpr const char* wrapped =
    "Harbour board delays vote on the new crane\n"
    "\n"
    "The harbour board put off its vote on a new crane on Tuesday, after\n"
    "two members asked for the figures of last year and the treasurer had\n"
    "none to show. The meeting lasted nine minutes.\n"
    "\n"
    "What comes next?\n"
    "\n"
    "The board will meet again in March, its chairwoman Ida Moss said, and\n"
    "by then every figure is to be on the table. She had hoped for a vote\n"
    "before the winter.\n";

TEST(Lines, JoinsHardWrappedText) { EXPECT_EQ(show_joined(read_lines(wrapped)), "1-3 5-7 "); }

TEST(Lines, JoinsTheLinesOfAShortArticle) {
  const std::string text =
      "Bridge to close for repairs\n"
      "\n"
      "The old bridge will close on Monday, Mayor Ann Lee said on the quay.\n"
      "“We can wait no longer,” she said. “The stones are loose.”\n"
      "\n"
      "“I do not agree,” said Bo Li, one of the masons. He added that the work\n"
      "would cost too much.\n";
  EXPECT_EQ(show_joined(read_lines(text)), "1-2 3-4 ");
}

TEST(Lines, JoinsWrappedTextThatOnlyIndentsItsParagraphs) {
  const std::string text =
      "    The harbour board put off its vote on a new crane on Tuesday, after\n"
      "two members asked for the figures of last year and the treasurer had all\n"
      "of them in a drawer.\n"
      "    The board will meet again in March, its chairwoman Ann Lee said, and\n"
      "by then every figure is to be on the table.\n"
      "\tShe had hoped for a vote before the winter, and the masons of\n"
      "the harbour had hoped so, too.\n";
  EXPECT_EQ(show_joined(read_lines(text)), "0-2 3-4 5-6 ");
}

TEST(Lines, JoinsWrappedTextWithAWordThatIsLongerThanItsLines) {
  const std::string text = std::string(wrapped) + "\nMore of it stands on the page of the harbour, which is\nhttps://harbour.example/" + std::string(70, 'x') +
                           "\nand has been there for years.\n";
  EXPECT_EQ(show_joined(read_lines(text)), "1-3 5-7 8-10 ");
}

TEST(Lines, JoinsTheHangingLinesOfAnItem) {
  const std::string text =
      "The harbour board put off its vote on a new crane on Tuesday, after\n"
      "two members asked for the figures of last year and the treasurer had\n"
      "none to show. It wants\n"
      "- the figures of last year, which nobody but the treasurer has seen\n"
      "  so far,\n"
      "- a new crane.\n";
  EXPECT_EQ(show_joined(read_lines(text)), "0-2 3-4 ");
}

TEST(Lines, JoinsNoItemsAndNoQuestions) {
  const std::string list =
      "- the first item is just as long as a line of this text can be, with\n"
      "- a second item that begins with its own dash and goes on and on, to\n"
      "1. a third one with a number in front, which is long enough as well,\n"
      "2) a fourth one\n"
      "Q: Is a question that fills its whole line ever joined with the next?\n"
      "A: No, it is not.\n";
  EXPECT_EQ(show_joined(read_lines(std::string(wrapped) + "\n" + list)), "1-3 5-7 ");
}

TEST(Lines, LeavesLongLinesAlone) {
  std::string text = wrapped;
  text += "\n" + std::string(60, 'x') + " " + std::string(80, 'y') + " far too long for a wrapped text\nand more\n";
  EXPECT_EQ(show_joined(read_lines(text)), "");
}

TEST(Lines, EndAtVerticalTabsAndFormFeeds) {
  EXPECT_EQ(read_lines("one\vtwo\fthree").lines.size(), 3U);
  const std::vector<Line> at_a_new_page = read_lines("one\n\ftwo").lines;
  ASSERT_EQ(at_a_new_page.size(), 2U);
  EXPECT_EQ(at_a_new_page[1].blank_before, 0U);
}

TEST(Lines, CoverAllButWhiteSpace) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    const Document document = read_lines(testing::random_text(seed, 150));
    const std::string& text = document.folded.text();
    std::size_t paragraph = 0;
    std::uint32_t end = 0;
    for (std::uint32_t i = 0; i < document.lines.size(); ++i) {
      const Span span = document.lines[i].span;
      ASSERT_TRUE(testing::is_on_borders(text, span) && !span.empty());
      ASSERT_LE(end, span.begin);
      for (std::uint32_t gap = end; gap < span.begin; ++gap)
        ASSERT_FALSE(std::isalnum(static_cast<unsigned char>(text[gap])));
      end = span.end;
      while (document.paragraphs[paragraph].last_line < i) ++paragraph;
      ASSERT_TRUE(document.paragraphs[paragraph].span.contains(span));
    }
  }
}

}  // namespace
}  // namespace onrecord
