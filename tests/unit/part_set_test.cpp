#include "onrecord/rules/part_set.h"

#include <gtest/gtest.h>

#include <deque>
#include <random>
#include <string>

namespace onrecord {
namespace {

std::deque<Regex> compiled(const std::vector<std::string>& patterns) {
  std::deque<Regex> result;
  for (const std::string& pattern : patterns) {
    RegexError error;
    auto regex = Regex::compile(pattern, false, error);
    EXPECT_TRUE(regex) << pattern << ": " << error.message;
    if (regex) result.push_back(std::move(*regex));
  }
  return result;
}

std::string random_text(std::mt19937& random) {
  const char* const letters[] = {"a", "b", "c", "é", "’", " ", "A", "1", ",", "\n"};
  std::string text;
  for (std::size_t length = random() % 10; length > 0; --length) text += letters[random() % std::size(letters)];
  return text;
}

/// Holds a set against its parts one by one, as bits in their order.
void expect_agreement(const std::vector<std::string>& patterns, Side side) {
  const std::deque<Regex> regexes = compiled(patterns);
  std::vector<const Regex*> parts;
  for (const Regex& regex : regexes) parts.push_back(&regex);
  const PartSet set(parts, side);
  std::mt19937 random(11);
  std::vector<bool> matched;
  std::vector<Span> groups;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = random_text(random);
    set.match(text, matched);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      const bool alone = side == Side::left ? parts[part]->match_end(text, groups, RegexEngine::re2) : parts[part]->match_start(text, groups, RegexEngine::re2);
      EXPECT_EQ(matched[part], alone) << patterns[part] << " on " << text;
    }
  }
}

TEST(PartSet, KnowsWhichPartsBegin) {
  expect_agreement({"a", "ab|b", "[^,]*,", "\\b[a-c]+\\b", "", "é?’+", "$", "a*1", "(?:a|b)+ ?A", "^c", ".*1$"}, Side::right);
}

TEST(PartSet, KnowsWhichPartsEnd) {
  expect_agreement({"a\\z", "(?:ab|b)\\z", ",[^,]*\\z", "\\b[a-c]+\\z", "\\z", "’é?\\z", "^\\z", "1a*\\z", "^[^1]*\\z", "(?:^|[,1] ?)a+\\z", "\\Bb\\z"},
                   Side::left);
}

TEST(PartSet, CountsWhatItCannotJudgeAsMatching) {
  const std::deque<Regex> regexes = compiled({"\\p{Lu}", "a"});
  const PartSet set({&regexes[0], &regexes[1]}, Side::right);
  std::vector<bool> matched;
  set.match("b", matched);
  EXPECT_EQ(matched, (std::vector<bool>{true, false}));
}

TEST(PartSet, MayBeEmpty) {
  const PartSet set({}, Side::right);
  std::vector<bool> matched{true};
  set.match("b", matched);
  EXPECT_TRUE(matched.empty());
}

}  // namespace
}  // namespace onrecord
