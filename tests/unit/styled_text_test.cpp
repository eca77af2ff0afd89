#include "onrecord/output/styled_text.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

std::string wrapped(const std::vector<StyledPiece>& pieces, std::size_t width) {
  std::string out;
  append_wrapped(out, pieces, width);
  return out;
}

TEST(StyledText, BreaksAtSpaces) {
  EXPECT_EQ(wrapped({{"It rains and snows", ""}}, 8), "It rains\nand\nsnows\n");
  EXPECT_EQ(wrapped({{"It rains and snows", ""}}, 18), "It rains and snows\n");
  EXPECT_EQ(wrapped({{"It rains and snows", ""}}, 0), "It rains and snows\n");
  EXPECT_EQ(wrapped({{"It snowballs now", ""}}, 4), "It\nsnowballs\nnow\n");
  EXPECT_EQ(wrapped({}, 8), "\n");
}

TEST(StyledText, CountsCodePoints) { EXPECT_EQ(wrapped({{"“ä” “ö” “ü”", ""}}, 7), "“ä” “ö”\n“ü”\n"); }

TEST(StyledText, KeepsWordsOfSeveralPiecesTogether) {
  EXPECT_EQ(wrapped({{"It “", ""}, {"rains", ""}, {"” now", ""}}, 7), "It\n“rains”\nnow\n");
  EXPECT_EQ(wrapped({{"It rains", ""}, {"[1 possible]", "", false}}, 12), "It\nrains[1 possible]\n");
}

TEST(StyledText, EndsAStyleWithTheLine) { EXPECT_EQ(wrapped({{"It ", ""}, {"rains now", "1;34"}}, 8), "It \x1b[1;34mrains\x1b[0m\n\x1b[1;34mnow\x1b[0m\n"); }

}  // namespace
}  // namespace onrecord
