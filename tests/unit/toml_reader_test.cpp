#include "onrecord/rules/toml_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace onrecord {
namespace {

/// Each key with its place and width, then the place and width of its value.
std::string places(const TomlValue& table) {
  const auto place = [](const Place& at, std::size_t width) {
    return " " + std::to_string(at.line) + ":" + std::to_string(at.column) + "+" + std::to_string(width);
  };
  std::string all;
  for (const TomlEntry& entry : table.entries) {
    all += entry.key + place(entry.at, entry.width) + place(entry.value.at, entry.value.width) + "\n";
    all += places(entry.value);
  }
  return all;
}

std::string places(const std::string& text) {
  const std::vector<RuleFile> files{{"rules.toml", text}};
  Diagnostics diagnostics;
  RuleReporter reporter(files, diagnostics);
  const std::optional<TomlValue> root = read_toml(files[0], reporter);
  return root ? places(*root) : "nothing";
}

TEST(TomlReader, HandsOutKeysAsWrittenAndCountsBytes) {
  EXPECT_EQ(places("b = { z = '\u00E9\u2014', a = 'x' }\na = [1, 2]\n"),
            "b 1:1+1 1:5+24\n"
            "z 1:7+1 1:11+7\n"
            "a 1:20+1 1:24+3\n"
            "a 2:1+1 2:5+6\n");
  EXPECT_EQ(places("\n# \u00E9\n[b]\n  c = true # \u00E9\n"), "b 3:2+1 3:1+3\nc 4:3+1 4:7+4\n");
}

TEST(TomlReader, CountsFromBehindAByteOrderMark) {
  EXPECT_EQ(places("\xEF\xBB\xBF"
                   "b = 12\na = '\u00E9'"),
            "b 1:1+1 1:5+2\na 2:1+1 2:5+4\n");
}

// A value over several lines is as wide as what stands of it in its first.
TEST(TomlReader, CutsWhatGoesOnInTheNextLine) { EXPECT_EQ(places("a = [\n  1,\n]\nb = '''\u00E9\nx'''\n"), "a 1:1+1 1:5+1\nb 4:1+1 4:5+5\n"); }

}  // namespace
}  // namespace onrecord
