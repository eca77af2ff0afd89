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

TEST(ByteSet, FindsBeginningsOfWordsAsAPlainSearchDoes) {
  const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::string any, with_word, text(random() % 150, '\0');
    for (std::size_t i = random() % 3; i > 0; --i) any += static_cast<char>(random() % 256);
    for (std::size_t i = random() % 6; i > 0; --i) with_word += "abcdxyzA19_"[random() % 11];
    for (char& c : text) c = "abcdefxyz A1_,-\xC3\xA9"[random() % 17];
    const ByteSet anywhere(any), words(with_word);
    BeginningFinder finder(text, anywhere, words);
    std::size_t next = 0;
    for (std::size_t from = 0; from <= text.size(); ++from) {
      std::size_t expected = from;
      while (expected < text.size() && !anywhere.has(text[expected]) && !(words.has(text[expected]) && (expected == 0 || !is_word(text[expected - 1]))))
        ++expected;
      ASSERT_EQ(find_beginning(text, from, anywhere, words), expected) << text << " from " << from;
      if (from != next) continue;
      ASSERT_EQ(finder.next(from), expected) << text << " from " << from;
      next = expected + 1 + static_cast<std::size_t>(round % 40);
    }
  }
}

}  // namespace
}  // namespace onrecord
