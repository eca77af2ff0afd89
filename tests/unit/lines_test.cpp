#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "onrecord/text/segment.h"
#include "text_testing.h"

namespace onrecord {
namespace {

std::string show_lines(const Document& document) {
  std::string shown;
  for (const Line& line : document.lines) { shown += std::to_string(line.blank_before) + "[" + std::string(document.folded.slice(line.span)) + "]"; }
  return shown;
}

// Which lines of the text the document's lines are made of, where there are several: "1-3".
std::string show_joined(const Document& document) {
  std::string shown;
  std::size_t above = 0;
  std::size_t begin = 0;
  const auto count = [&](std::size_t end) {
    std::size_t written = 0;
    for (std::size_t at = begin; at < end;) {
      const std::size_t line_end = std::min(document.text.find('\n', at), end);
      written += document.text.find_first_not_of(' ', at) < line_end;
      at = line_end + 1;
    }
    begin = end;
    return written;
  };
  for (const Line& line : document.lines) {
    const std::size_t lines = count(document.folded.to_original(line.span).end);
    if (lines > 1) shown += std::to_string(above) + "-" + std::to_string(above + lines - 1) + " ";
    above += lines;
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

// "1 of them" to "12 of them", each on a line of its own.
std::string numbered(std::string_view what) {
  std::string text;
  for (int number = 1; number <= 12; ++number) text += std::to_string(number) + std::string(what) + "\n\n";
  return text;
}

TEST(Lines, LoseTheirNumbersWhereAllHaveOne) {
  const std::string going_on = show_lines(read_lines("Page 3\n" + numbered(" of them")));
  EXPECT_TRUE(going_on.starts_with("0[Page 3]0[of them")) << going_on;
  EXPECT_EQ(going_on.find("12"), std::string::npos) << going_on;
  EXPECT_NE(show_lines(read_lines(numbered(" Ann Lee"))).find("[12 Ann Lee]"), std::string::npos) << "a list";
  EXPECT_EQ(show_lines(read_lines("1 of them\n2 of them\n3 of them")), "0[1 of them]0[2 of them]0[3 of them]") << "few";
}

TEST(Lines, OfThoseWhoSpeakAreNoPartOfASentence) {
  const Document document =
      read_lines("Speaker 2\nmaybe the bridge is old, but it is safe.\nSpeaker 1\nit is.\nSpeaker 2\nit is not safe at night, as I was told.");
  EXPECT_EQ(document.lines.size(), 6U) << show_lines(document);
}

TEST(Lines, StandAloneAsARule) {
  const Document document = read_lines("A headline\nA first paragraph.\nA second one.\nA third one\n\nthat goes on in small letters.");
  EXPECT_EQ(document.lines.size(), 5U);
}

TEST(Lines, PartsOfOneSentenceAreJoined) {
  struct Row {
    std::string name, text, joined;
  };
  const std::vector<Row> rows = {
      {"up to an end mark", "The plan failed.\nIn a letter, the mayor\nsaid that it was\nnot his.\nIt rained.", "1-3 "},
      {"a quotation that the next line closes", "\u201CWhy was\nQuilt so different then?\u201D he asked.\nIt rained.", "0-1 "},
      {"an end mark inside a closing mark", "The mayor had said \u201Cit was\nnot mine.\u201D\nIt rained.", "0-1 "},
      {"no list", "We sell\nsalt\npepper\nropes\nIt rained.", ""},
      {"no list of parts alike", "What we like is\nthe look of it\nthe price of it\nand what else is there?", ""},
      {"no short ones", "Save\nbig on our ropes now!", ""},
      {"no name of a thing", "What sold this year\niPhones sold well this year.", ""},
      {"nothing behind an end mark", "The mayor wrote it.\nthat is why he left it there.", ""},
      {"nothing behind a blank line", "The mayor of Quilt\n\nthat is why he left it there.", ""},
      {"no end", "The mayor of Quilt left\nthe bridge that he had built", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(show_joined(read_lines(row.text)), row.joined) << row.name;
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

// What stands behind `wrapped`, a blank line between, in a text whose paragraphs are all wrapped.
std::string behind_wrapped(const std::string& more) { return std::string(wrapped) + "\n" + more; }

TEST(Lines, AreJoinedWhereTextIsHardWrapped) {
  struct Row {
    std::string name, text, joined;
  };
  const std::vector<Row> rows = {
      {"paragraphs with blank lines between", wrapped, "1-3 5-7 "},
      {"a short article",
       "Bridge to close for repairs\n"
       "\n"
       "The old bridge will close on Monday, Mayor Ann Lee said on the quay.\n"
       "“We can wait no longer,” she said. “The stones are loose.”\n"
       "\n"
       "“I do not agree,” said Bo Li, one of the masons. He added that the work\n"
       "would cost too much.\n",
       "1-2 3-4 "},
      {"paragraphs that are only indented",
       "    The harbour board put off its vote on a new crane on Tuesday, after\n"
       "two members asked for the figures of last year and the treasurer had all\n"
       "of them in a drawer.\n"
       "    The board will meet again in March, its chairwoman Ann Lee said, and\n"
       "by then every figure is to be on the table.\n"
       "\tShe had hoped for a vote before the winter, and the masons of\n"
       "the harbour had hoped so, too.\n",
       "0-2 3-4 5-6 "},
      {"an indented item and its hanging line",
       "    The masons of the bridge met on Monday in the hall, and then they\n"
       "went to the river to see with their own eyes what had been done there.\n"
       "    The mayor came late. She had been told by the masons that it would\n"
       "be safe to cross the river on foot.\n"
       "    - an item of a list that is as long as a line of this text can be\n"
       "      and goes on here\n",
       "0-1 2-3 4-5 "},
      {"an item with a hanging line",
       "The harbour board put off its vote on a new crane on Tuesday, after\n"
       "two members asked for the figures of last year and the treasurer had\n"
       "none to show. It wants\n"
       "- the figures of last year, which nobody but the treasurer has seen\n"
       "  so far,\n"
       "- a new crane.\n",
       "0-2 3-4 "},
      {"an address that is longer than the lines", behind_wrapped("https://quilt.example/" + std::string(90, 'x') + "\n"), "1-3 5-7 "},
      {"… among words",
       behind_wrapped("More of it stands on the page of the harbour, which is\nhttps://harbour.example/" + std::string(70, 'x') +
                      "\nand has been there for years.\n"),
       "1-3 5-7 8-10 "},
      {"items and questions are no lines of a paragraph",
       behind_wrapped("- the first item is just as long as a line of this text can be, with\n"
                      "- a second item that begins with its own dash and goes on and on, to\n"
                      "1. a third one with a number in front, which is long enough as well,\n"
                      "2) a fourth one\n"
                      "Q: Is a question that fills its whole line ever joined with the next?\n"
                      "A: No, it is not.\n"),
       "1-3 5-7 "},
      {"… whatever white space stands behind the mark",
       behind_wrapped("•\tthe first item is just as long as a line of this text can be, with\n"
                      "✓ a second item that begins with its own mark and goes on and on, to\n"
                      "–\ta third one with a dash in front, which is long enough as well,\n"
                      "4.\ta fourth one\n"),
       "1-3 5-7 "},
      {"nor are labels of transcripts", behind_wrapped("MR. LI: It would be best to wait for the mayor, and for the masons --\nMS. LEE: It would not.\n"),
       "1-3 5-7 "},
      {"lines that only look like items",
       behind_wrapped("The bridge was closed by the council in the wet spring of the year\n"
                      "2011. It had been open since the masons of the town were given the\n"
                      "#bridge as a hashtag.\n"),
       "1-3 5-7 8-10 "},
      {"lines that somebody broke anywhere",
       "The masons of the bridge met on Monday in the hall. Ann\n"
       "Lee said the bridge had been closed by the council since\n"
       "the spring. Critics told them\n"
       "that a toll was due. She had spoken first in the evening.\n"
       "\n"
       "The mayor left.\n",
       "0-3 "},
      {"one line is far too long for a wrapped text",
       "The harbour board put off its vote on a new crane on Tuesday, after what\nMayor Ann Lee had said.\n\n" + std::string(60, 'x') + " " +
           std::string(80, 'y') + " far too long for a wrapped text\nand more\n",
       ""},
  };
  for (const Row& row : rows) EXPECT_EQ(show_joined(read_lines(row.text)), row.joined) << row.name;
}

TEST(Lines, JoinedOnesHaveASpaceBetweenThemOrNothing) {
  const Document document = read_lines(
      "The masons of the bridge came over the river on Monday in an all-\n"
      "night walk, and then they went to the hall of the council in the\n"
      "    Town of Quilt.\n");
  EXPECT_EQ(show_lines(document),
            "0[The masons of the bridge came over the river on Monday in an all-night walk, and then they went to the hall of the council in the]"
            "0[Town of Quilt.]");
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
    std::uint32_t end = 0;
    for (std::uint32_t i = 0; i < document.lines.size(); ++i) {
      const Span span = document.lines[i].span;
      ASSERT_TRUE(testing::is_on_borders(text, span) && !span.empty());
      ASSERT_LE(end, span.begin);
      for (std::uint32_t gap = end; gap < span.begin; ++gap) ASSERT_FALSE(std::isalnum(static_cast<unsigned char>(text[gap])));
      end = span.end;
    }
  }
}

TEST(Lines, LabelsOfATranscriptGoOnBelow) {
  const std::string talk = "Talk\n\nANN LEE:\n\nIt is safe.\nBO LI:\nIs it?\nANN LEE:\nYes.\n";
  EXPECT_EQ(show_lines(read_lines(talk)), "0[Talk]1[ANN LEE: It is safe.]0[BO LI: Is it?]0[ANN LEE: Yes.]");
  EXPECT_EQ(show_lines(read_lines("ANN LEE:\nIt is safe.\nBO LI:\nIs it?\n")), "0[ANN LEE:]0[It is safe.]0[BO LI:]0[Is it?]");
}

}  // namespace
}  // namespace onrecord
