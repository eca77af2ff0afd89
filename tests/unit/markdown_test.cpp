#include "onrecord/convert/markdown.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

const MarkupWords words{{"related"}, {"byline"}, {}};

std::string text(std::string_view markdown) { return read_markdown(markdown, words).value_or(MarkdownText{"too deep", {}}).text; }

std::string repeated(std::string_view part, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(Markdown, TellsHeadings) {
  const MarkdownText read =
      read_markdown("---\ntitle: Rain\nauthor: Ann Lee\n---\nIt rained.\n\n## Wind\n\nIt blew.\n\n- Snow\n", words).value_or(MarkdownText{});
  ASSERT_EQ(read.headings.size(), 1u);
  EXPECT_EQ(read.text.substr(read.headings[0].begin, 5), "Wind\n");
}

TEST(Markdown, BecomesText) {
  struct Row {
    const char* name;
    const char* markdown;
    const char* text;
  };
  const Row rows[] = {
      {"headings", "# Rain\n\nWind\n----\n\nIt rained.", "Rain\n\nWind\n\nIt rained."},
      {"lines of a paragraph", "It rained\nall day.\n\nThen it stopped.", "It rained all day.\n\nThen it stopped."},
      {"hard line breaks", "Rain  \nWind\\\nSnow", "Rain\nWind\nSnow"},
      {"emphasis", "It *rained* **all** __day__, ~~not~~ un*break*able.", "It rained all day, not unbreakable."},
      {"links", "The [mayor](http://x.example \"so\") said <http://y.example>, [he][1].\n\n[1]: http://z.example", "The mayor said http://y.example, he."},
      {"pictures", "![A bridge](b.jpg)\n\nIt opens.", "It opens."},
      {"lists", "Say:\n\n* one\n* two\n\n1. three\n2. four", "Say:\n\none\ntwo\n\nthree\nfour"},
      {"quoted blocks", "> “Rain,”\n> she said.\n\nSo it was.", "“Rain,” she said.\n\nSo it was."},
      {"tables", "|a|b|\n|---|---|\n|c|*d*|", "a\tb\nc\td"},
      {"fenced code", "Run:\n\n```sh\nrm\n```\n\nDone.", "Run:\n\nDone."},
      {"indented text is no code", "Rain.\n\n    It fell.", "Rain.\n\nIt fell."},
      {"code in a line", "He runs `rm <b>`.", "He runs rm <b>."},
      {"entities and escapes", "Tom &amp; Ann&nbsp;Lee \\*said\\* 1 < 2 &c.", "Tom & Ann\u00A0Lee *said* 1 < 2 &c."},
      {"footnotes", "It rained.[^1] So [^a b] what.\n\n[^1]: Much.", "It rained. So [^a b] what.\n\nMuch."},
      {"HTML", "<div class=related>\n\nRead this.\n\n</div>\n\nIt <b>rained</b>.<!-- much -->", "It rained."},
      {"line ends", "# Rain\r\n\r\nIt\r\nrained.\r\n", "Rain\n\nIt rained."},
      {"front matter", "---\ntitle: Rain\nauthors: [Ann Lee, Bo Berg]\n---\nIt rained.", "Rain\n\nAnn Lee, Bo Berg\n\nIt rained."},
      {"front matter that the text says again", "---\ntitle: Rain\nauthor: Ann Lee\n---\n# Rain\n\nBy *Ann Lee*\n\nIt fell.", "Rain\n\nBy Ann Lee\n\nIt fell."},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(text(row.markdown), row.text) << row.name;
}

TEST(Markdown, KnowsItsTitle) {
  const auto title = [](std::string_view markdown) { return read_markdown(markdown, words).value_or(MarkdownText{}).title; };
  EXPECT_EQ(title("Wind.\n\n# It *rained*\n\n# Snow"), "It rained");
  EXPECT_EQ(title("---\ntitle: Rain\n---\n# Snow"), "Rain");
  EXPECT_EQ(title("## Rain\n\nIt fell."), "");
  EXPECT_EQ(read_markdown("---\nauthors: [Ann Lee, Bo Berg]\n---\nIt rained.", words).value_or(MarkdownText{}).byline, "Ann Lee, Bo Berg");
  EXPECT_EQ(read_markdown("By Ann Lee\n\nIt rained.", words).value_or(MarkdownText{}).byline, "");
}

TEST(Markdown, KeepsAllLinesOfALongParagraph) {
  const std::string got = text(repeated("rain\n", 9000));
  EXPECT_EQ(std::count(got.begin(), got.end(), 'r'), 9000);
}

TEST(Markdown, RefusesWhatHasNoMeasure) {
  EXPECT_EQ(text(repeated("> ", 400) + "a"), "a");
  EXPECT_EQ(text(repeated(">", 200000)), "too deep");
  EXPECT_EQ(text(repeated("<div>\n\n", 200000)), "too deep");
  EXPECT_EQ(text("[a]: /" + repeated("x", 100000) + "\n\n" + repeated("[a]", 30000)), "too deep");
}

TEST(Markdown, KnowsItself) {
  for (const char* head : {"# Rain\n\nIt fell.", "\xEF\xBB\xBF# Rain\r\n\r\n", "### Rain", "Rain\n====\n", "---\ntitle: Rain\n---\n", "---\ntitle: Rain\nau"})
    EXPECT_TRUE(looks_like_markdown(head)) << head;
  for (const char* head : {"Rain fell.", "#Rain fell\n\nIt", "# 1 in the charts\nis Rain.", "#\n\nRain", "* Rain\n* Wind", "Rain\n----\n", "\n====\n",
                           "---\nRain fell.\n---\n", ""})
    EXPECT_FALSE(looks_like_markdown(head)) << head;
}

}  // namespace
}  // namespace onrecord
