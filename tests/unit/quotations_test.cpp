#include "onrecord/text/quotations.h"

#include <gtest/gtest.h>

#include "text_testing.h"

namespace onrecord {
namespace {

using testing::segmented;
using testing::show_quotations;

// Each row: the text with ⟨ ⟩ where the quotations are to be found; without those it is the input.
std::string without_brackets(std::string shown) {
  for (const char* sign : {"⟨", "⟩", "~", "="}) {
    for (std::size_t at; (at = shown.find(sign)) != std::string::npos;) shown.erase(at, std::string_view(sign).size());
  }
  return shown;
}

void expect_rows(std::initializer_list<std::string> rows) {
  for (const std::string& row : rows) EXPECT_EQ(show_quotations(segmented(without_brackets(row))), row);
}

TEST(Quotations, PairsEverySortOfDoubleMarks) {
  expect_rows({
      "“⟨We won,⟩” he said. “⟨At last.⟩”",
      "\"⟨We won,⟩\" he said. \"⟨At last.⟩\"",
      "``⟨We won,⟩'' he said.",
      "''⟨We won,⟩'' he said.",
      "‘‘⟨We won,⟩’’ he said.",
      "«⟨We won⟩», he said, and: « ⟨At last⟩ ».",
      "„⟨We won⟩“, he said.",
      "A plan (\"⟨the map⟩\") and a word—\"⟨soon⟩\"—too.",
  });
}

TEST(Quotations, ForgivesMixedAndMisplacedMarks) {
  expect_rows({
      "“⟨We won,⟩\" he said.",
      "\"⟨We won,⟩” he said.",
      "“⟨We won,⟩“ he said.",
      "”⟨We won,⟩” he said.",
      "\" ⟨We won,⟩ \" he said.",
      "He said:\"⟨We won.⟩\"",
      "\"⟨We won,⟩\"he said. \"⟨At last.⟩\"",
      "“⟨They know it.⟩ “",
      "Lee said,\" ⟨[The bridge] is safe⟩\". Li added:” ⟨We crossed it.⟩”",
      "We won,\" he said. He left.",
  });
}

TEST(Quotations, NestsThreeDeep) {
  expect_rows({
      "“⟨She told me, ‘⟨Go home,⟩’ and I went,⟩” he said.",
      "\"⟨She told me, '⟨Go home,⟩' and I went,⟩\" he said.",
      "\"⟨'⟨Go home,⟩' she told me,⟩\" he said.",
      "“⟨He said, ‘⟨she said “⟨no⟩” twice⟩’ to me.⟩”",
      "“⟨one ‘⟨two “⟨three ‘four’⟩”⟩’⟩”",
      "“⟨He called it a “⟨mess⟩” again,⟩” she said.",
  });
}

TEST(Quotations, KeepsApostrophesApart) {
  expect_rows({
      "\"⟨It's the workers' hall, and they'll keep '⟨their⟩' keys,⟩\" he said.",
      "“⟨’Tis the ’90s, get ’em,⟩” he said.",
      "\"⟨Rock 'n' roll 'til dawn,⟩\" he said.",
      "“⟨The boss’ ‘⟨big plan⟩’ failed,⟩” she said.",
      "The players' union met the owners' club.",
  });
}

TEST(Quotations, TakesSingleMarksInBritishArticlesAndHeadlines) {
  expect_rows({
      "‘⟨We won,⟩’ he said. ‘⟨They’re done.⟩’",
      "'⟨We won the players' cup,⟩' he said.",
      "‘⟨Rock ’n’ roll it was,⟩’ he said. ‘⟨Twice.⟩’",
      "'⟨Rock 'n' roll it was,⟩' he said. '⟨Twice.⟩'",
      "‘⟨He said “⟨no⟩” to me,⟩’ she said. ‘⟨Twice.⟩’ And: ‘⟨Never.⟩’",
      "It was ‘⟨a trolling attack⟩’ online. The masons’ friends said no, ‘⟨never⟩’ and ‘⟨not at all⟩’.",
      "Moss: ‘⟨No crane this year⟩’\n\n“⟨We wait,⟩” Moss said.",
      "The board met.\n\n“⟨We wait,⟩” Moss said.\n\nThe ‘old hands of the board said ‘no’ to it.",
  });
}

TEST(Quotations, SkipsFeetAndInches) {
  expect_rows({
      "The 6'2\" guard and the 5'11\" keeper met.",
      "\"⟨He is 6'2\" tall,⟩\" she said.",
      "A 5\" pipe broke.",
      "“⟨He’s like 6’2”,⟩” she said. “⟨Tall.⟩”",
      "“⟨They have 5’2”. They know it.⟩”",
      "“⟨He is 6’2⟩” she said. “⟨Tall.⟩”",
  });
}

TEST(Quotations, GoOnBehindAMarkThatOpensAgain) {
  expect_rows({
      "He said: \"⟨We begin here.⟩~ \"⟨We go on!⟩~= \"⟨We end.⟩=\" He left.",
      "“⟨We won,⟩” he said. “⟨We begin here.⟩~ “⟨We end.⟩=” “⟨New.⟩”",
      "\"⟨We begin here.⟩~ \"⟨We go on.⟩~=\n\n\"⟨We end.⟩=\"",
      "\"⟨I said. \"⟨Go home.⟩\" And he went,⟩\" she said.",
      "A map of \"the town. The \"⟨old⟩\" mill.",
      "He said \"we begin. “⟨We end.⟩”",
  });
}

TEST(Quotations, GoOnOverParagraphs) {
  expect_rows({
      "“⟨We begin here.⟩~\n\n“⟨We go on.⟩~=\n\n“⟨We end,⟩=” he said.",
      "\"⟨We begin here.⟩~\n\n\"⟨We end,⟩=\" he said. \"⟨New.⟩\"",
      "“⟨We begin here.⟩~\n\n⟨We end,⟩=” he said.",
      "“⟨All of this was never closed.⟩~\n\nHe left.",
      "\"⟨We begin here.⟩~\n\n⟨We go on.⟩~=\n\n⟨We end.⟩=\"\n\nHe left.",
      "“⟨This was never closed.⟩~\n\nHe left.\n\n“⟨We won,⟩” he said. “⟨At last.⟩”",
      "“⟨One.⟩”\n\n“⟨Two.⟩”",
      "\"⟨Here is “⟨a bridge,⟩” he wrote.⟩~\n\n\"⟨It is safe.⟩=\"",
      "\"Here is “⟨a bridge,⟩” he wrote.\n\n“⟨It is safe.⟩”",
  });
}

TEST(Quotations, GoOnOverParagraphsBehindAnApostrophe) {
  expect_rows({
      "‘⟨We need the masons’ help. It is late.⟩~\n\n‘⟨They know it,⟩=’ she said.",
      "‘⟨We won,⟩’ he said. ‘⟨It was the masons’ bridge.⟩~\n\n‘⟨It is ours.⟩=’",
      "‘⟨We need the masons⟩’ said Lee.\n\n‘⟨They know it,⟩’ she said.",
      "‘⟨We won,⟩’ he said of ‘⟨the masons⟩’ there.\n\n‘⟨They know it,⟩’ she said.",
  });
}

TEST(Quotations, DropsMarksThatNothingCloses) {
  expect_rows({
      "“We won, he said, “⟨at last.⟩”",
      "We won,” he said. “⟨At last.⟩”",
      "The “old hands met\n\nHe left.",
      "Nothing in \"\" here, or in “ ”.",
  });
}

void expect_sound(const Document& document) {
  const std::string& text = document.folded.text();
  std::vector<Span> open;
  for (std::size_t i = 0; i < document.quotations.size(); ++i) {
    const Quotation& quotation = document.quotations[i];
    ASSERT_TRUE(testing::is_on_borders(text, quotation.span) && testing::is_on_borders(text, quotation.inner));
    ASSERT_TRUE(quotation.span.contains(quotation.inner) && !quotation.inner.empty());
    ASSERT_TRUE(document.lines[quotation.paragraph].span.contains(quotation.span));
    ASSERT_LE(quotation.group, i);
    ASSERT_LE(quotation.depth, 2);
    while (!open.empty() && open.back().end <= quotation.span.begin) open.pop_back();
    ASSERT_EQ(open.size(), quotation.depth);
    ASSERT_TRUE(open.empty() || open.back().contains(quotation.span));
    open.push_back(quotation.span);
  }
}

TEST(Quotations, NestOrStandApartInAnyText) {
  for (unsigned seed = 0; seed < 400; ++seed) expect_sound(segmented(testing::random_text(seed, 120)));
}

// A quadratic scanner would not come back from these.
TEST(Quotations, AreFoundInOnePass) {
  const auto repeated = [](std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
  };
  for (const char* piece : {"\"", "“", "”", "‘", "' ", "“a ", "a” ", "a' ", "“a ‘b ", "\"a ", "a\"b", "“a\n", "5'6\" ", "5’6” "}) {
    expect_sound(segmented(repeated(piece, 200'000)));
  }
  expect_sound(segmented(repeated("“", 200'000) + "a" + repeated("”", 200'000)));
}

}  // namespace
}  // namespace onrecord
