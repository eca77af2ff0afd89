#include "onrecord/extract/record/content.h"

#include <gtest/gtest.h>

#include "onrecord/text/segment.h"

namespace onrecord {
namespace {

struct Row {
  const char* text;
  const char* content;
};

Document document_of(const char* text) {
  Document document = read_lines(text);
  segment(document, {});
  return document;
}

Span all_of(const Document& document) { return {0, static_cast<std::uint32_t>(document.folded.text().size())}; }

TEST(QuoteContent, FullSentencesKeepTheirFullStop) {
  for (const Row& row : {Row{" We will act. ", "We will act."}, {"We will act,", "We will act"}, {"Will they?", "Will they?"}, {",", ""}, {"", ""}}) {
    const Document document = document_of(row.text);
    EXPECT_EQ(document.folded.slice(quote_content(document, all_of(document), QuoteKind::full)), row.content) << row.text;
  }
}

TEST(QuoteContent, FragmentsLoseIt) {
  for (const Row& row : {Row{"a costly mistake.", "a costly mistake"},
                         {"a costly mistake,", "a costly mistake"},
                         {"and so on ...", "and so on ..."},
                         {"made in the U.S.", "made in the U.S."},
                         {".", ""}}) {
    const Document document = document_of(row.text);
    EXPECT_EQ(document.folded.slice(quote_content(document, all_of(document), QuoteKind::partial)), row.content) << row.text;
  }
}

TEST(ClaimContent, EndsWithoutPunctuation) {
  for (const Row& row : {Row{", that rain would fall.", "that rain would fall"},
                         {"that rain would fall, ", "that rain would fall"},
                         {"it would be “wet.”", "it would be “wet.”"},
                         {"; ,", ""},
                         {"is it true?", "is it true?"}}) {
    const Document document = document_of(row.text);
    EXPECT_EQ(document.folded.slice(claim_content(document, all_of(document))), row.content) << row.text;
  }
}

}  // namespace
}  // namespace onrecord
