#include "onrecord/text/text_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "onrecord/text/words.h"

namespace onrecord {
namespace {

// Long enough for several blocks, with all that makes where a stretch begins or ends matter.
const std::string text =
    "The co-op\u2019s U.S. office, AT&T's and Lee's's don't \u2014 \u201cnot even\u201d \u00c9va \u00d8deg\u00e5rd's town\u2014which a\u2026b rock- is, "
    "said Q.C. Holmqvist's 'sister' of a-b-c.d's";

TEST(TextWords, SayTheSameOfEachStretchAsLookingForItsWords) {
  const TextWords words(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t begin = 0; begin <= size; ++begin) {
    for (std::uint32_t end = begin; end <= size; ++end) {
      const WordSpans found = words.in(text, {begin, end});
      const std::vector<Span> expected = words_in(text, {begin, end});
      ASSERT_EQ(std::vector<Span>(found.begin(), found.end()), expected) << text.substr(begin, end - begin);
    }
  }
}

TEST(TextWords, FromAPlaceOn) {
  const TextWords words(text);
  ASSERT_FALSE(words.from(1).empty());
  EXPECT_EQ(slice(text, words.from(0).front()), "The");
  EXPECT_EQ(slice(text, words.from(1).front()), "co-op");
  EXPECT_TRUE(words.from(static_cast<std::uint32_t>(text.size())).empty());
}

TEST(TextWords, WithoutATextFindsWordsWhenAsked) {
  EXPECT_EQ(TextWords().in("Ann Lee", {0, 7}).size(), 2U);
  EXPECT_TRUE(TextWords().from(0).empty());
}

}  // namespace
}  // namespace onrecord
