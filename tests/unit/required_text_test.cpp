#include "onrecord/rules/required_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "onrecord/rules/regex_syntax.h"

namespace onrecord {
namespace {

using Lists = std::vector<std::vector<std::string>>;

Lists lists(const std::string& pattern, bool ignore_case = false) {
  const auto root = parse_regex(pattern, ignore_case);
  EXPECT_TRUE(root) << pattern;
  return root ? required_text(*root).lists : Lists{};
}

TEST(RequiredText, IsWhatEveryMatchHolds) {
  EXPECT_EQ(lists("Copyright|(?i:\u00A9)"), (Lists{{"copyright", "\u00A9"}}));
  EXPECT_EQ(lists("\\bsigns? up\\b"), (Lists{{"sign up", "signs up"}}));
  EXPECT_EQ(lists("(?:quay)?"), Lists{});
  EXPECT_EQ(lists("[^.]+"), Lists{});
}

// The rarest first, though it may be shorter.
TEST(RequiredText, PrefersTextsOfRareLetters) {
  EXPECT_EQ(lists("(?:is|are|does) not .*\\badvice\\b"), (Lists{{"advice"}, {"are not ", "does not ", "is not "}}));
}

TEST(RequiredText, TakesShorterTextsForThoseThatExtendThem) { EXPECT_EQ(lists(" commented(?: on| at)?"), (Lists{{" commented"}})); }

// A list that another one tells of says nothing more.
TEST(RequiredText, HoldsNoListTwice) { EXPECT_EQ(lists("(?:quay|pier) [a-z]"), (Lists{{"pier ", "quay "}})); }

TEST(RequiredText, CountsRepeats) { EXPECT_EQ(lists("[a-z]+[#@]{2,}"), (Lists{{"##", "#@", "@#", "@@"}})); }

TEST(RequiredText, HoldsFewCharactersOfAClass) { EXPECT_EQ(lists("[a-z]+[7-9]"), (Lists{{"7", "8", "9"}})); }

}  // namespace
}  // namespace onrecord
