#include "onrecord/rules/text_edges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "onrecord/rules/regex.h"

namespace onrecord {
namespace {

const std::vector<std::string> patterns = {
    "^\\W*(?:sign up|log in)\\b",         // marks before its first letter
    "^[A-Z][a-z]+(?: [A-Z][a-z]+)*$",     // tied to both ends
    "(?:photo|file) by (?:ap|epa)\\W*$",  // to the end, marks behind its last letter
    "^(?:yes|no)$|^\\x{E801}who",         // short texts, and a mark of views
    "quay",                               // to neither
    "^(?:\u2014|\u2013) ?b",              // characters beyond ASCII
    "^\\W*$",                             // no letter at all
    "^(?:ab?)?",                          // the empty text, too
    "\\p{Lu}",                            // nothing is known of it
    "^a{12}b.*c{3}$",                     // longer than what is looked at
    "^(?P<name>\u00C9mile|Ann)\\b.*\\d$",
};

std::vector<std::size_t> possible(const TextEdges& edges, const std::string& text) {
  std::vector<std::uint64_t> bits{(std::uint64_t{1} << patterns.size()) - 1};
  edges.keep_possible(text, bits);
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if ((bits[0] >> i & 1) != 0) kept.push_back(i);
  }
  return kept;
}

TextEdges edges() {
  std::vector<PatternEdges> all;
  for (const std::string& pattern : patterns) {
    const auto root = parse_regex(pattern, false);
    all.push_back(root ? edges_of(*root) : PatternEdges());
  }
  return TextEdges(all);
}

TEST(TextEdges, LeaveOutPatternsThatTextsBeginOrEndOtherwiseFor) {
  const TextEdges all = edges();
  EXPECT_EQ(possible(all, "sign up for the quay"), (std::vector<std::size_t>{0, 4, 7, 8}));
  EXPECT_EQ(possible(all, "\u00BB log in"), (std::vector<std::size_t>{0, 4, 7, 8}));
  EXPECT_EQ(possible(all, "Ann Lee"), (std::vector<std::size_t>{1, 4, 7, 8}));
  EXPECT_EQ(possible(all, "Ann Lee."), (std::vector<std::size_t>{4, 7, 8}));
  EXPECT_EQ(possible(all, "Ann 5"), (std::vector<std::size_t>{4, 7, 8, 10}));
  EXPECT_EQ(possible(all, "yes"), (std::vector<std::size_t>{3, 4, 7, 8}));
  EXPECT_EQ(possible(all, "yes."), (std::vector<std::size_t>{3, 4, 7, 8}));
  EXPECT_EQ(possible(all, "\xEE\xA0\x81who left"), (std::vector<std::size_t>{3, 4, 7, 8}));
  EXPECT_EQ(possible(all, "\u2014 b"), (std::vector<std::size_t>{4, 5, 7, 8}));
  EXPECT_EQ(possible(all, "a file by EPA, photo by epa."), (std::vector<std::size_t>{2, 4, 7, 8}));
  EXPECT_EQ(possible(all, "..."), (std::vector<std::size_t>{4, 6, 7, 8}));
  EXPECT_EQ(possible(all, ""), (std::vector<std::size_t>{4, 6, 7, 8}));
}

TEST(TextEdges, LeaveOutNothingThatMatches) {
  const TextEdges all = edges();
  const std::string pieces[] = {"sign up", "log in", "Ann", "Lee",           " ",   " ",          ".", "yes",      "no", "\xEE\xA0\x81", "who",    "quay",
                                "\u2014",  "b",      "a",   "aaaaaaaaaaaab", "ccc", "\u00C9mile", "7", "file by ", "ap", "epa",          "\u00BB", "_"};
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t size = random() % 5; size > 0; --size) text += pieces[random() % std::size(pieces)];
    const std::vector<std::size_t> kept = possible(all, text);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      if (std::find(kept.begin(), kept.end(), i) != kept.end()) continue;
      EXPECT_FALSE(Regex::known(patterns[i], false).found_in(text)) << patterns[i] << " in " << text;
    }
  }
}

// Of 64 and more patterns the bits take several words.
TEST(TextEdges, TellOfAnyNumberOfPatterns) {
  std::vector<PatternEdges> all;
  for (int i = 0; i < 130; ++i) all.push_back(edges_of(*parse_regex(i == 127 ? "^b" : "^a", false)));
  std::vector<std::uint64_t> bits(3, ~std::uint64_t{0});
  TextEdges(all).keep_possible("b", bits);
  EXPECT_EQ(bits[0], 0U);
  EXPECT_EQ(bits[1], std::uint64_t{1} << 63);
}

}  // namespace
}  // namespace onrecord
