#include "onrecord/base/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace onrecord {
namespace {

using namespace std::string_literals;

TEST(Utf8, RepairsEachByteOfNoCharacter) {
  struct Row {
    std::string bytes;
    std::string repaired;
    std::size_t count;
  };
  const std::vector<Row> rows = {
      {"", "", 0},
      {"plain", "plain", 0},
      {"ä€𝄞", "ä€𝄞", 0},
      {"\xFF", "?", 1},
      {"a\x80"s
       "b",
       "a?b", 1},
      {"\xE2\x82", "??", 2},            // cut off
      {"\xC0\xAF", "??", 2},            // overlong
      {"\xE0\x80\xAF", "???", 3},       // overlong
      {"\xED\xA0\x80", "???", 3},       // surrogate
      {"\xF4\x90\x80\x80", "????", 4},  // behind U+10FFFF
      {"\xE2\x82ä", "??ä", 2},          // a good character after a broken one
      {"seven..\xE9 eight", "seven..? eight", 1},
      {"nul \0 stays"s, "nul \0 stays"s, 0},
  };
  for (const Row& row : rows) {
    std::string text = row.bytes;
    EXPECT_EQ(is_valid_utf8(text), row.count == 0) << row.repaired;
    EXPECT_EQ(repair_utf8(text), row.count) << row.repaired;
    EXPECT_EQ(text, row.repaired);
    EXPECT_TRUE(is_valid_utf8(text));
  }
}

TEST(CharacterIndex, CountsAsIfFromTheStart) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += i % 3 == 0 ? "€uro " : i % 3 == 1 ? "plain " : "𝄞";
  for (const std::string& some : {text, std::string(300, 'a'), std::string()}) {
    const CharacterIndex index(some);
    std::uint32_t characters = 0;
    for (std::size_t offset = 0; offset < some.size(); offset += character_length(some, offset))
      EXPECT_EQ(index.characters_before(some, static_cast<std::uint32_t>(offset)), characters++) << offset;
    EXPECT_EQ(index.characters_before(some, static_cast<std::uint32_t>(some.size())), characters);
  }
}

}  // namespace
}  // namespace onrecord
