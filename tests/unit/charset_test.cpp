#include "onrecord/convert/charset.h"

#include <gtest/gtest.h>

#include <string>

namespace onrecord {
namespace {

using namespace std::string_literals;

struct Row {
  const char* name;
  std::string bytes;
  const char* declared;
  std::string text;
  const char* encoding;
  std::size_t repaired;
};

TEST(Charset, Decodes) {
  const Row rows[] = {
      {"plain", "Ann", "", "Ann", "utf-8", 0},
      {"utf-8 whatever is declared", "caf\xC3\xA9", "iso-8859-1", "café", "utf-8", 0},
      {"utf-8 with a few bad bytes", "“a\xFF”", "", "“a?”", "utf-8", 1},
      {"mark of utf-8", "\xEF\xBB\xBFx", "", "x", "utf-8", 0},
      {"mark of utf-16le", "\xFF\xFEx\0\x1C\x20"s, "", "x“", "utf-16le", 0},
      {"mark of utf-16be", "\xFE\xFF\0x"s, "", "x", "utf-16be", 0},
      {"mark of utf-32le", "\xFF\xFE\0\0x\0\0\0"s, "", "x", "utf-32le", 0},
      {"utf-16 without a mark", "R\0a\0i\0n\0 \0f\0e\0l\0l\0"s, "", "Rain fell", "utf-16le", 0},
      {"half a character of utf-16", "\xFF\xFEx\0y"s, "", "x\uFFFD", "utf-16le", 1},
      {"declared", "\xCE\xE0", "ISO-8859-7", "Ξΰ", "iso-8859-7", 0},
      {"latin-1 means windows-1252", "\x93x\x94 \xE9", "iso-8859-1", "“x” é", "windows-1252", 0},
      {"unknown name", "\x93x\x94", "no-such-charset", "“x”", "windows-1252", 0},
      {"nothing declared", "It\x92s \x93x\x94", "", "It’s “x”", "windows-1252", 0},
      {"no character of windows-1252", "x\x81", "", "x\uFFFD", "windows-1252", 1},
      {"empty", "", "", "", "utf-8", 0},
  };
  for (const Row& row : rows) {
    const Decoded decoded = decode(row.bytes, row.declared);
    EXPECT_EQ(decoded.text, row.text) << row.name;
    EXPECT_EQ(decoded.encoding, row.encoding) << row.name;
    EXPECT_EQ(decoded.repaired, row.repaired) << row.name;
  }
}

TEST(Charset, GuessesWhereThereIsEnoughToGoBy) {
  std::string koi8;
  for (int i = 0; i < 100; ++i) koi8 += "\xF0\xD2\xC9\xD7\xC5\xD4, \xCD\xC9\xD2! \xEB\xC1\xCB \xC4\xC5\xCC\xC1? ";
  EXPECT_EQ(decode(koi8).encoding, "koi8-r");
  EXPECT_TRUE(decode(koi8).text.starts_with("Привет, мир!"));
  // What tells is looked for where it begins: a sample from the start would hold none of it.
  std::string late(100 << 10, 'x');
  for (int i = 0; i < 5; ++i) late += koi8;
  EXPECT_EQ(decode(late).encoding, "koi8-r");
}

}  // namespace
}  // namespace onrecord
