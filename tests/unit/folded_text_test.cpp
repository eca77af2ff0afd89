#include "onrecord/text/folded_text.h"

#include <gtest/gtest.h>

#include "text_testing.h"

namespace onrecord {
namespace {

struct Row {
  std::string original, folded;
};

TEST(FoldedText, FoldsSpacesHyphensAndLineEnds) {
  const Row rows[] = {
      {"", ""},
      {"plain text", "plain text"},
      {"10\u00A0percent\u202Fof\u2009it\u3000all", "10 percent of it all"},
      {"US\u2011EU, non\u2010stop", "US-EU, non-stop"},
      {"soft\u00ADhyphen, zero\u200Bwidth\uFEFF", "softhyphen, zerowidth"},
      {"one\r\ntwo\rthree\r", "one\ntwo\nthree\n"},
      {"keep “marks” – and é 漢 🙂", "keep “marks” – and é 漢 🙂"},
      {"private \uE000 and \uF8FF", "private \uFFFD and \uFFFD"},
      {"\u00AD\u200B", ""},
      {"Zoe\u0301 Z\u030Cic\u030C, e\u0302\u0301, q\u030C, \u00AD\u0301!, \u0301x, a\u00AD\u0301b", "Zoé Žič, ế, q, !, x, ab"},
      {std::string("nul\0byte", 8), std::string("nul\0byte", 8)},
      {"&ldquo;Yes,&rdquo;&nbsp;she said&#8230; it&#x2019;s &#147;Caf&eacute; &#38; Co&#148;", "“Yes,” she said… it’s “Café & Co”"},
      {"escaped twice: &amp;quot;Yes&amp;#39;&amp;amp;", "escaped twice: \"Yes'&"},
      {"soft&shy;hyphen, e&#769;, &#57344;", "softhyphen, e\u0301, \uFFFD"},
      {"AT&T; R&B, &c. &unknown; &#; &#x; &#xg; &#10; &#0; &#129; &#55296; &#1114112; &rsquo &",
       "AT&T; R&B, &c. &unknown; &#; &#x; &#xg; &#10; &#0; &#129; &#55296; &#1114112; &rsquo &"},
  };
  for (const Row& row : rows) EXPECT_EQ(FoldedText(row.original).text(), row.folded);
}

// For each word of the folded text: what stands at its place in the original.
TEST(FoldedText, MapsSpansBack) {
  struct Case {
    std::string original, word, found;
  };
  const Case cases[] = {
      {"a cease\u2011fire now", "cease-fire", "cease\u2011fire"},
      {"Jo O&#8217;Dea said", "O’Dea", "O&#8217;Dea"},
      {"Jo O&#8217;Dea said", "said", "said"},
      {"he said &quot;No&quot; now", "\"No\"", "&quot;No&quot;"},
      {"a cease\u2011fire now", "now", "now"},
      {"ten\u00A0men", " ", "\u00A0"},
      {"ten\u00A0men", "men", "men"},
      {"ex\u00ADpert view", "expert", "ex\u00ADpert"},
      {"expert\u00AD view", "expert", "expert"},
      {"a\r\nb", "a", "a"},
      {"a\r\nb", "\n", "\n"},
      {"a\r\nb", "a\nb", "a\r\nb"},
      {"x\uE123y", "\uFFFD", "\uE123"},
      {"é\u00A0ü", "ü", "ü"},
      {"\uFEFFfirst", "first", "first"},
      {"Zoe\u0301 left", "Zoé", "Zoe\u0301"},
      {"Zoe\u0302\u0301 left", "left", "left"},
  };
  for (const Case& each : cases) {
    const FoldedText folded(each.original);
    const auto begin = static_cast<std::uint32_t>(folded.text().find(each.word));
    const Span span{begin, begin + static_cast<std::uint32_t>(each.word.size())};
    EXPECT_EQ(slice(each.original, folded.to_original(span)), each.found) << each.original;
  }
}

TEST(FoldedText, ClosesGapsBetweenLines) {
  const std::string original = "Ann\r\n    Lee is non-\nstop\u00A0here";
  FoldedText folded(original);
  const auto gap_at = [&](std::size_t begin, std::uint32_t size, bool inside_word) {
    const auto at = static_cast<std::uint32_t>(begin);
    return LineGap{{at, at + size}, inside_word};
  };
  folded.close({gap_at(folded.text().find("\n    "), 5, false), gap_at(folded.text().find("\nstop"), 1, true)});
  EXPECT_EQ(folded.text(), "Ann Lee is non-stop here");
  const auto original_of = [&](std::string_view word) {
    const auto begin = static_cast<std::uint32_t>(folded.text().find(word));
    return slice(original, folded.to_original({begin, begin + static_cast<std::uint32_t>(word.size())}));
  };
  EXPECT_EQ(original_of("Ann Lee"), "Ann\r\n    Lee");
  EXPECT_EQ(original_of("Lee"), "Lee");
  EXPECT_EQ(original_of("non-stop"), "non-\nstop");
  EXPECT_EQ(original_of("stop here"), "stop\u00A0here");
}

TEST(FoldedText, EmptySpansStayEmpty) {
  const std::string original = "\u00ADa\u00A0b\r\n";
  const FoldedText folded(original);
  for (std::uint32_t i = 0; i <= folded.text().size(); ++i) {
    const Span span = folded.to_original({i, i});
    EXPECT_EQ(span.begin, span.end);
    EXPECT_LE(span.end, original.size());
  }
  EXPECT_EQ(FoldedText("").to_original({0, 0}), (Span{0, 0}));
}

// A stretch of one character each, in order, without overlaps, that folds to the same character again.
TEST(FoldedText, MapsEveryCharacterInOrder) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const std::string original = testing::random_text(seed, 200);
    const FoldedText folded(original);
    std::uint32_t end = 0;
    for (std::uint32_t i = 0; i < folded.text().size();) {
      std::uint32_t next = i + 1;
      while (!testing::is_character_border(folded.text(), next)) ++next;
      const Span span = folded.to_original({i, next});
      ASSERT_TRUE(testing::is_on_borders(original, span));
      ASSERT_LE(end, span.begin);
      ASSERT_EQ(FoldedText(slice(original, span)).text(), folded.text().substr(i, next - i));
      end = span.end;
      i = next;
    }
  }
}

TEST(FoldedText, CutsSpansWhereTheTextEnds) {
  const FoldedText folded("The bridge");
  EXPECT_EQ(folded.slice_within({4, 99}), "bridge");
  EXPECT_EQ(folded.slice_within({99, 100}), "");
  EXPECT_EQ(folded.before(7, 3), "bri");
  EXPECT_EQ(folded.before(2, 5), "Th");
  EXPECT_EQ(folded.before(0, 5), "");
}

}  // namespace
}  // namespace onrecord
