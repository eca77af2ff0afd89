#include "onrecord/rules/plain_toml.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace onrecord {
namespace {

std::string show(const Place& place) { return fmt::format("{}:{}:{}", place.file, place.line, place.column); }

/// All that a value says, a line each.
void append(const TomlValue& value, const std::string& name, std::string& out) {
  out += fmt::format("{} {} +{} {}", name, show(value.at), value.width, kind_name(value.kind));
  if (value.kind == TomlKind::text) out += fmt::format(" '{}' {} {}", value.text.text, show(value.text.at), value.text.verbatim);
  if (value.kind == TomlKind::integer || value.kind == TomlKind::number) out += fmt::format(" {} {}", value.integer, value.number);
  if (value.kind == TomlKind::boolean) out += value.boolean ? " true" : " false";
  if (value.inline_table) out += " inline";
  out += '\n';
  for (std::size_t i = 0; i < value.items.size(); ++i) append(value.items[i], fmt::format("{}[{}]", name, i), out);
  for (const TomlEntry& entry : value.entries) {
    out += fmt::format("{}.{} {} +{}\n", name, entry.key, show(entry.at), entry.width);
    append(entry.value, name + "." + entry.key, out);
  }
}

std::string show(const std::optional<TomlValue>& value) {
  std::string out;
  if (value) append(*value, "", out);
  return value ? out : "nothing";
}

std::string plain(const std::string& text) { return show(read_plain_toml({"rules.toml", text})); }

std::string full(const std::string& text) {
  const std::vector<RuleFile> files{{"rules.toml", text}};
  Diagnostics diagnostics;
  RuleReporter reporter(files, diagnostics);
  return show(read_full_toml(files[0], reporter));
}

TEST(PlainToml, SaysTheSameAsAReaderOfAllOfToml) {
  for (const std::string text : {
           "schema = 1\n",
           "schema = 1",
           "\n\n  # nothing but \u201Cthis\u201D\n\tschema\t=\t1 # and this\n\n",
           "a = 'b\u00E9' # \u00E9\nc = \"d \\\"e\\\" \\\\ \\n \\t\" # f\n",
           "a = ''\nb = \"\"\n",
           "a = '''\nb 'c' ''d''\n  e''' # f\ng = '''h'''\n",
           "a = \"\"\"\nb \"c\" \\\\ d\n\"\"\"\n",
           "a = \"\"\"\u00E9\"\"\"\n",
           "a = true\nb = false\nc = 0\nd = -12\ne = 0.75\nf = -10.5\n",
           "a = []\nb = [1,2]\nc = [ 'x', # y\n  'z',\n]\nd = [[1], ['\u00E9', []]]\ne = [\n]\n",
           "a = {}\nb = { c = 'd', e = [1] }\nc = {d={e='f'}}\n",
           "[a]\nb = 1\n[c]\n[d.e.f]\ng = 1\n[d.h]\n",
           "[[a]]\n[[b]]\nc = 1\n[[b]] # again\nd = 1\n[[b]]\n",
           "  [[b]]  # \u00E9 first\nc = 1\n  [[b]]\nc = 2\n",
           "[[a]]\nb = 1\n[[a.c]]\nd = 1\n[[a.c]]\nd = 2\n[a.e]\nf = 1\n[[a]]\n[[a.c]]\n[a.e]\n",
           "[x-1]\na_b-C9 = 1\n3 = 2\n",
           "a = 1\n[b]\na = 1\n[c]\na = {a = 1}\n",
           "a = 'b'\t\n",
           "",
           "\n",
           "# only this",
       }) {
    EXPECT_EQ(plain(text), full(text)) << text;
    EXPECT_NE(plain(text), "nothing") << text;
  }
}

TEST(PlainToml, LeavesWhatIsRareToTheOther) {
  for (const std::string text : {"\"a\" = 1\n", "a.b = 1\n", "a = 1979-05-27\n", "a = 1_000\n", "a = 1e3\n", "a = \"\\u00E9\"\n", "a = inf\n", "a = 0x1F\n", "a = '''b''''\n",
                                 "a = \"\"\"b \\\n c\"\"\"\n", "a = 1\r\n", "\xEF\xBB\xBF" "a = 1\n", "[a.b]\n[a]\n", "a = +1\n", "[ a ]\n"}) {
    EXPECT_EQ(plain(text), "nothing") << text;
    EXPECT_NE(full(text), "nothing") << text;
  }
}

TEST(PlainToml, LeavesWhatIsWrongToTheOther) {
  for (const std::string text : {"a\n", "a =\n", "a = b\n", "a = 'b\n", "a = 'b' c\n", "a = \"\\q\"\n", "a = '''b\n", "a = [1\n", "a = [1 2]\n", "a = [,]\n", "a = {b = 1,}\n", "a = {b = 1\n",
                                 "a = {\n}\n", "a = 1\na = 2\n", "[a]\n[a]\n", "[[a]]\n[a]\n", "[a]\n[[a]]\n", "a = []\n[[a]]\n", "a = [{}]\n[[a]]\n", "a = {}\n[a.b]\n", "a = 1\n[a]\n", "[a\n",
                                 "[[a]\n", "[]\n", "[a] b = 1\n", "a = 01\n", "a = 1.\n", "a = truely\n", "a = '\x01'\n", "# \x01\n", "= 1\n", "a = 1 b = 2\n", "a = 1 # \x7F\n"}) {
    EXPECT_EQ(plain(text), "nothing") << text;
    EXPECT_EQ(full(text), "nothing") << text;
  }
}

TEST(PlainToml, ReadsTheStandardRules) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(ONRECORD_SOURCE_DIR "/rules")) {
    if (entry.path().extension() != ".toml") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    EXPECT_TRUE(plain(text) == full(text)) << entry.path();
    EXPECT_NE(plain(text), "nothing") << entry.path();
    ++count;
  }
  EXPECT_GT(count, 5U);
}

}  // namespace
}  // namespace onrecord
