#include "onrecord/extract/statements/quote_form.h"

#include <gtest/gtest.h>

#include "test_rules.h"
#include "text_testing.h"

namespace onrecord {
namespace {

using testing::segmented;

struct Row {
  const char* text;
  bool expected;
};

TEST(QuoteForm, FullQuotesAreSentences) {
  for (const Row& row : {Row{"She said: “We will act.”", true},
                         {"She said: “we will act.”", false},
                         {"She called it “An Act”", false},
                         {"She said: “[They] will act,”", true},
                         {"“We will act”, she said.", true},
                         {"She said “We will act”.", true},
                         {"“We will act” was what she said.", false}}) {
    const Document document = segmented(row.text);
    ASSERT_EQ(document.quotations.size(), 1U) << row.text;
    EXPECT_EQ(is_full_quote(document, document.quotations[0].inner), row.expected) << row.text;
  }
}

TEST(QuoteForm, NamesAreFewWordsWithCapitals) {
  for (const Row& row : {Row{"Lee founded “Masons for the Old Bridge.”", true},
                         {"They gave “The Harbour Hour” a prize.", true},
                         {"They gave “the Harbour Hour” a prize.", false},
                         {"Lee is the author of “The Old Masons Have All the Bridges: Inside the Town of Quilt.”", true},
                         {"Lee asked for “More Bridges!”", false},
                         {"Lee founded “Masons, Joiners, Smiths, Bakers, Weavers, Tanners, Coopers, Dyers”.", false}}) {
    const Document document = segmented(row.text);
    ASSERT_EQ(document.quotations.size(), 1U) << row.text;
    EXPECT_EQ(is_written_as_name(document, document.quotations[0]), row.expected) << row.text;
  }
}

TEST(QuoteForm, WorksHaveCapitalsAndAWordBefore) {
  const Lexicon* work_words = testing::standard_rules().lexicon("work_words");
  ASSERT_NE(work_words, nullptr);
  for (const Row& row : {Row{"Lee spoke on “Talk of the Harbour.”", true},
                         {"Lee was on Radio Five's “The Harbour Hour,” an hour long.", true},
                         {"She wrote a book, “Bridges of the North.”", true},
                         {"Lee spoke on “the harbour.”", false},
                         {"Lee said: “Bridges Fall.”", false},
                         {"He commented on “Why Bridges Fall?”", false},
                         {"Lee spoke on “We will not close the bridge.”", false}}) {
    const Document document = segmented(row.text);
    ASSERT_EQ(document.quotations.size(), 1U) << row.text;
    EXPECT_EQ(is_work_title(document, document.quotations[0], work_words), row.expected) << row.text;
    EXPECT_FALSE(is_work_title(document, document.quotations[0], nullptr)) << row.text;
  }
}

TEST(QuoteForm, ShortNamesStandInBrackets) {
  for (const Row& row : {Row{"Quilt Bridges Inc. (“Quilt”) was sold.", true},
                         {"The bridge (the “asset”) was sold.", true},
                         {"The bridge (“a trap”) was sold.", false},
                         {"The bridge (she calls it a “Trap”) was sold.", false},
                         {"The bridge (the “asset” of the town) was sold.", false}}) {
    const Document document = segmented(row.text);
    ASSERT_EQ(document.quotations.size(), 1U) << row.text;
    EXPECT_EQ(is_short_name(document, document.quotations[0]), row.expected) << row.text;
  }
}

TEST(QuoteForm, SubheadingsAreShortLinesInSingleMarks) {
  for (const Row& row : {Row{"'Safe as houses.'\n\nThe bridge was built in May.", true},
                         {"'The bridge that was built in May is safe.'\n\nIt is.", false},
                         {"“Safe as houses.”\n\nThe bridge was built in May.", false},
                         {"'Safe as houses,' she said.", false}}) {
    const Document document = segmented(row.text);
    ASSERT_FALSE(document.quotations.empty()) << row.text;
    EXPECT_EQ(is_subheading(document, document.quotations[0]), row.expected) << row.text;
  }
}

}  // namespace
}  // namespace onrecord
