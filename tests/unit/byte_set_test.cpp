#include "onrecord/text/byte_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace onrecord {
namespace {

TEST(ByteSet, FindsTheFirstByteOfTheSetFromEveryOffset) {
  constexpr ByteSet marks("?\xE2");
  for (const std::string text : {"", "?", "a?", "abc?d", "abcdefgh?", "ab\xE2\x80\x9C??cd", "abcdefghijk"}) {
    for (std::size_t from = 0; from <= text.size(); ++from) {
      const std::size_t expected = std::min(text.find_first_of("?\xE2", from), text.size());
      EXPECT_EQ(marks.find_in(text, from), expected) << text << " from " << from;
    }
  }
}

}  // namespace
}  // namespace onrecord
