#include "onrecord/base/diagnostics.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

Diagnostic diagnostic_at(std::string file, std::uint32_t line, std::uint32_t column, std::string message) {
  Diagnostic diagnostic;
  diagnostic.file = std::move(file);
  diagnostic.line = line;
  diagnostic.column = column;
  diagnostic.message = std::move(message);
  return diagnostic;
}

TEST(Diagnostics, RendersWhatIsKnown) {
  EXPECT_EQ(render(diagnostic_at("", 0, 0, "no place")), "error: no place\n");
  EXPECT_EQ(render(diagnostic_at("a.txt", 0, 9, "a file")), "a.txt: error: a file\n");
  EXPECT_EQ(render(diagnostic_at("a.txt", 3, 0, "a line")), "a.txt:3: error: a line\n");
}

TEST(Diagnostics, LetsNoNameWriteOnTheTerminal) {
  EXPECT_EQ(render(diagnostic_at("a\nb\x1B[31m.txt", 1, 0, "fields here: é\t\x7F\xC2\x9B\xFF")),
            "a\\nb\\x1b[31m.txt:1: error: fields here: é\\t\\x7f\\x9b\xFF\n");
  EXPECT_EQ(on_one_line("a\nb\x1B"), "a\\nb\\x1b");
}

TEST(Diagnostics, LetsNoLineOfAFileWriteOnTheTerminal) {
  Diagnostic diagnostic = diagnostic_at("a.toml", 1, 6, "here");
  diagnostic.source_line = std::string("a\0\tb\x1B\xC2\x9B]0;c", 11);
  EXPECT_EQ(render(diagnostic), "a.toml:1:6: error: here\n  a?\tb?·]0;c\n    \t  ^\n");
}

TEST(Diagnostics, UnderlinesWholeCharacters) {
  Diagnostic diagnostic = diagnostic_at("quotes.toml", 12, 10, "unknown key 'größe'");
  diagnostic.severity = Severity::warning;
  diagnostic.code = "E110";
  diagnostic.source_line = "\tkey = \"größe\"";
  diagnostic.width = 7;
  diagnostic.hint = "did you mean 'size'?";
  EXPECT_EQ(render(diagnostic),
            "quotes.toml:12:10: warning[E110]: unknown key 'größe'\n"
            "  \tkey = \"größe\"\n"
            "  \t        ^~~~~\n"
            "  did you mean 'size'?\n");
}

TEST(Diagnostics, ACaretBehindTheLineStandsAtItsEnd) {
  Diagnostic diagnostic = diagnostic_at("a.toml", 1, 99, "cut off");
  diagnostic.source_line = "key =";
  EXPECT_EQ(render(diagnostic), "a.toml:1:99: error: cut off\n  key =\n       ^\n");
}

// A terminal wraps a long line, and the caret then stands under nothing.
TEST(Diagnostics, ShowsTheMeantPartOfALongLine) {
  Diagnostic diagnostic = diagnostic_at("a.toml", 1, 301, "here");
  diagnostic.source_line = std::string(300, 'x') + "MEANT" + std::string(300, 'y');
  diagnostic.width = 5;
  EXPECT_EQ(render(diagnostic),
            "a.toml:1:301: error: here\n  …" + std::string(60, 'x') + "MEANT" + std::string(95, 'y') + "…\n  " + std::string(61, ' ') + "^~~~~\n");
  diagnostic.column = 1;
  EXPECT_EQ(render(diagnostic), "a.toml:1:1: error: here\n  " + std::string(160, 'x') + "…\n  ^~~~~\n");
  diagnostic.source_line.clear();
  for (int i = 0; i < 200; ++i) diagnostic.source_line += "é";
  for (std::uint32_t column = 1; column <= 399; column += 2) {
    diagnostic.column = column;
    const std::string shown = render(diagnostic);
    EXPECT_EQ(shown.find("\xA9\xA9"), std::string::npos) << column;
    EXPECT_LT(shown.size(), 500U) << column;
  }
}

TEST(Diagnostics, SortsByPlaceAndKeepsTheOrderFound) {
  Diagnostics diagnostics;
  for (const auto& [file, line, message] : {std::tuple("b", 1, "4"), {"a", 9, "2"}, {"a", 9, "3"}, {"a", 2, "1"}})
    diagnostics.add(diagnostic_at(file, static_cast<std::uint32_t>(line), 1, message));
  diagnostics.sort_by_place();
  std::string order;
  for (const Diagnostic& item : diagnostics.items()) order += item.message;
  EXPECT_EQ(order, "1234");
  EXPECT_EQ(diagnostics.errors(), 4U);
}

TEST(Nearest, IsAtMostAThirdAway) {
  const std::vector<std::string> names = {"speaker", "content", "cue", "quote"};
  struct Row {
    const char* word;
    const char* nearest;
  };
  for (const Row& row : {Row{"speeker", "speaker"}, {"qoute", "quote"}, {"cu", "cue"}, {"contnet", "content"}, {"banana", ""}, {"", ""}})
    EXPECT_EQ(nearest(row.word, names), row.nearest) << row.word;
  EXPECT_EQ(nearest("cue", {}), "");
  EXPECT_EQ(nearest("at", {"a", "x"}), "");  // a single letter is near to any short word
}

}  // namespace
}  // namespace onrecord
