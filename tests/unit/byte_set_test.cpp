#include "onrecord/text/byte_set.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace onrecord {
namespace {

TEST(ByteSet, FindsTheFirstWhereverItStands) {
  const ByteSet set("\"\n\xE2");
  for (std::size_t length = 0; length < 100; ++length) {
    for (const char wanted : {'"', '\n', '\xE2'}) {
      std::string text(length, 'b');
      text += wanted;
      text += "\xC3\"";
      for (std::size_t from = 0; from <= length; ++from) EXPECT_EQ(set.find_in(text, from), length);
    }
    EXPECT_EQ(set.find_in(std::string(length, '\x80'), 0), length);
  }
}

TEST(ByteSet, AgreesWithAPlainSearch) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string bytes, text(random() % 200, '\0');
    for (std::size_t i = random() % 5; i > 0; --i) bytes += static_cast<char>(random() % 256);
    for (char& c : text) c = static_cast<char>(random() % 256);
    const ByteSet set(bytes);
    for (std::size_t from = 0; from <= text.size(); ++from) EXPECT_EQ(set.find_in(text, from), std::min(text.find_first_of(bytes, from), text.size()));
  }
}

}  // namespace
}  // namespace onrecord
