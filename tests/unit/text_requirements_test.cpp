#include "onrecord/rules/text_requirements.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "onrecord/rules/regex.h"

namespace onrecord {
namespace {

const std::vector<std::pair<std::string, bool>> patterns = {
    {"^\\W*(?:sign up|log ?in|more from)\\b.*$", true},        // texts of three letters and more
    {"\\b(?:jan|feb)(?:uary)?\\b \\d{1,2}", true},             // and a digit
    {"^(?P<q>[^*]*\\?)$", false},                              // a mark
    {"^[A-Z\\x{C0}-\\x{DE}][a-z]+(?: [A-Z][a-z]+)*$", false},  // a first letter
    {"(?:\\x{E801}who|\\x{E802}that) [a-z]+", false},          // characters of views
    {"\\p{Lu}\\p{L}+", false},                                 // nothing is known of it
    {"(?:a|b)c?(?:x|y)", false},
    {"copyright|©", true},
};

/// What the patterns require, each searched for in whole texts or none.
TextRequirements requirements_of(const std::vector<std::pair<std::string, bool>>& wanted, std::size_t whole) {
  std::vector<Regex> regexes;
  for (const auto& [pattern, ignore_case] : wanted) regexes.push_back(Regex::known(pattern, ignore_case));
  std::vector<const Regex*> pointers;
  for (const Regex& regex : regexes) pointers.push_back(&regex);
  return TextRequirements(pointers, whole);
}

std::vector<std::uint32_t> possible(const TextRequirements& requirements, const std::string& text,
                                    const std::vector<std::uint32_t>& wanted = {0, 1, 2, 3, 4, 5, 6, 7}) {
  std::vector<std::uint64_t> bits(1);
  for (const std::uint32_t pattern : wanted) bits[0] |= std::uint64_t{1} << pattern;
  SymbolSet symbols;
  symbols.add_text(text);
  TextsFound found;
  requirements.keep_by_edges(text, bits);
  requirements.find(text, symbols, found);
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t pattern : wanted) {
    const bool are_met = requirements.are_met(pattern, text, {0, static_cast<std::uint32_t>(text.size())}, found);
    if (are_met && (bits[0] >> pattern & 1) != 0) kept.push_back(pattern);
  }
  return kept;
}

TEST(TextRequirements, LeavesOutNothingThatMatches) {
  const TextRequirements requirements = requirements_of(patterns, patterns.size());
  const std::string texts[] = {"Sign up now",
                               "LOG IN",
                               "login",
                               "sign  up",
                               "January 5",
                               "FEB 12",
                               "Feb",
                               "So what?",
                               "*So* what?",
                               "Ann Lee",
                               "ann lee",
                               "\xC3\x89mile",
                               "it \xEE\xA0\x81who left",
                               "bcy",
                               "\xC2\xA9 2020",
                               "Copyright",
                               "",
                               "x",
                               "\xC5\xBFign up",
                               "COP"};
  for (const std::string& text : texts) {
    const std::vector<std::uint32_t> kept = possible(requirements, text);
    for (std::uint32_t i = 0; i < patterns.size(); ++i) {
      if (std::find(kept.begin(), kept.end(), i) != kept.end()) continue;
      EXPECT_FALSE(Regex::known(patterns[i].first, patterns[i].second).found_in(text)) << patterns[i].first << " in " << text;
    }
  }
}

TEST(TextRequirements, LeavesOutWhatLacksATextOrBeginsOrEndsOtherwise) {
  const TextRequirements requirements = requirements_of(patterns, patterns.size());
  EXPECT_EQ(possible(requirements, "the ships left the quay"), (std::vector<std::uint32_t>{5, 6}));
  EXPECT_EQ(possible(requirements, "Log in on January 5"), (std::vector<std::uint32_t>{0, 1, 5}));
  EXPECT_EQ(possible(requirements, "Log in on January 5", {1, 4}), (std::vector<std::uint32_t>{1}));
}

// What stands before an anchor, and what behind it.
TEST(TextRequirements, LooksForTextsInAStretch) {
  const TextRequirements requirements = requirements_of({{" that (?:he|she) ", false}, {"\\x{E801}who \\w+", false}, {"\\b(?:ap|md)\\b", true}}, 0);
  const std::string text = "He said that she left, \xEE\xA0\x81who said so. AP";
  SymbolSet symbols;
  symbols.add_text(text);
  TextsFound found;
  requirements.find(text, symbols, found);
  const auto are_met = [&](std::uint32_t pattern, std::uint32_t begin, std::uint32_t end) { return requirements.are_met(pattern, text, {begin, end}, found); };
  const auto size = static_cast<std::uint32_t>(text.size());
  EXPECT_TRUE(are_met(0, 0, size));
  EXPECT_TRUE(are_met(0, 7, size));
  EXPECT_FALSE(are_met(0, 0, 7));
  EXPECT_FALSE(are_met(0, 12, size));
  EXPECT_TRUE(are_met(1, 12, size));
  EXPECT_FALSE(are_met(1, 0, 20));
  EXPECT_TRUE(are_met(2, 0, size));
}

}  // namespace
}  // namespace onrecord
