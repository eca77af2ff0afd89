#include "onrecord/rules/group_finder.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "onrecord/rules/regex.h"
#include "onrecord/rules/regex_syntax.h"

namespace onrecord {
namespace {

Regex compiled(const std::string& pattern, bool ignore_case = false) {
  RegexError error;
  auto regex = Regex::compile(pattern, ignore_case, error);
  EXPECT_TRUE(regex) << pattern << ": " << error.message;
  return std::move(*regex);
}

/// "0-5 2-3 -": the groups, one behind the other; "no match".
std::string groups_of(const Regex& regex, const std::string& text, GroupSearch how) {
  std::vector<Span> groups;
  if (!regex.search(text, 0, groups, how)) return "no match";
  std::string result;
  for (const Span group : groups) {
    result += group == no_match ? "- " : std::to_string(group.begin) + '-' + std::to_string(group.end) + ' ';
  }
  return result;
}

TEST(GroupFinder, AgreesWithRe2) {
  const char* const patterns[] = {
      "(?P<a>a+)(?P<b>a*)", "(?P<a>a+?)(?P<b>a*)", "(?P<a>a|ab)(?P<b>c|bcd)?(?P<c>d*)", "(?:(?P<a>a)|(?P<b>b))*c?", "(?P<a>[^b]+)b(?P<b>.*)",
      "(?P<a>(?:x?y){2,3})(?P<b>.*)", "(?P<a>é+|’)(?P<b>[^é]?)", "\\b(?P<a>[a-z]+)\\b(?P<b> |$)", "^(?P<a>.*)\\B(?P<b>c)", "(?P<a>(?i:ab|Ks))(?P<b>.)",
      "(?P<a>a{0,3}?)(?P<b>[\\w.-]+)", "(?P<a>\\x{E9}|\\x27)(?P<b>\\W?)", "(?P<a>(?:a|ab)(?:c|bcd))(?P<b>d*)", "(?:^|, )(?P<a>\\d{1,2})(?:, (?P<b>x))?\\z",
  };
  std::mt19937 random(7);
  const char* const letters[] = {"a", "b", "c", "d", "x", "y", "é", "’", " ", "K", "s", "A", "1", ",", ", ", ".", "\n", "K", "ſ"};
  for (const char* pattern : patterns) {
    const Regex regex = compiled(pattern);
    ASSERT_TRUE(parse_regex(pattern, false)) << pattern;
    for (int i = 0; i < 400; ++i) {
      std::string text;
      for (std::size_t length = random() % 12; length > 0; --length) text += letters[random() % std::size(letters)];
      EXPECT_EQ(groups_of(regex, text, GroupSearch::fast), groups_of(regex, text, GroupSearch::plain)) << pattern << " on " << text;
    }
  }
}

TEST(GroupFinder, FindsWhatEndsWithTheText) {
  const Regex regex = compiled("(?:(?P<a>[a-z]+) (?P<b>[a-z]+) )\\z");
  std::vector<Span> groups;
  ASSERT_TRUE(regex.match_end("One two three ", groups));
  EXPECT_EQ(groups, (std::vector<Span>{{4, 14}, {4, 7}, {8, 13}}));
  std::vector<Span> plain;
  ASSERT_TRUE(regex.match_end("One two three ", plain, GroupSearch::plain));
  EXPECT_EQ(groups, plain);
  EXPECT_FALSE(regex.match_end("One two three", groups));
}

TEST(GroupFinder, KnowsWhatItDoesNotKnow) {
  for (const char* pattern : {"\\p{Lu}", "(?:a?)*", "(?s:.)", "\\Qa\\E", "[[:alpha:]]", "(?i:é)"}) EXPECT_FALSE(parse_regex(pattern, false)) << pattern;
}

}  // namespace
}  // namespace onrecord
