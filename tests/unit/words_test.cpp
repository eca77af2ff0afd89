#include "onrecord/text/words.h"

#include <gtest/gtest.h>

#include <string>

namespace onrecord {
namespace {

// The words of `text` with "|" between them.
std::string words_of(const std::string& text) {
  std::string result;
  for (const Span word : words_in(text, {0, static_cast<std::uint32_t>(text.size())})) {
    if (!result.empty()) result += '|';
    result += text.substr(word.begin, word.size());
  }
  return result;
}

struct Row {
  const char* text;
  const char* words;
};

TEST(Words, EndAtWhatIsNoLetter) {
  for (const Row& row : {
           Row{"Ann Lee, 40, left.", "Ann|Lee|40|left"},
           Row{"“Ann” — Lee", "Ann|Lee"},
           Row{"“not even”", "not|even"},
           Row{"town—which", "town|which"},
           Row{"a…b", "a|b"},
           Row{"Éva Ødegård", "Éva|Ødegård"},
           Row{"«Éva»", "Éva"},
       }) {
    EXPECT_EQ(words_of(row.text), row.words) << row.text;
  }
}

TEST(Words, KeepJoinersAndSplitOffPossessives) {
  for (const Row& row : {
           Row{"co-op’s U.S. AT&T don't", "co-op|’s|U.S.|AT&T|don't"},
           Row{"Lee's dog", "Lee|'s|dog"},
           Row{"rock-", "rock"},
       }) {
    EXPECT_EQ(words_of(row.text), row.words) << row.text;
  }
}

TEST(Words, HaveAStemBeforeTheirApostrophe) {
  for (const Row& row : {Row{"they've", "they"}, Row{"It’s", "It"}, Row{"O’Lee's", "O"}, Row{"'s", ""}, Row{"said", "said"}, Row{"", ""}}) {
    EXPECT_EQ(before_apostrophe(row.text), row.words) << row.text;
  }
}

}  // namespace
}  // namespace onrecord
