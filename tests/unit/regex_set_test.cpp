#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "onrecord/rules/regex.h"
#include "onrecord/rules/regex_set.h"

namespace onrecord {
namespace {

const std::vector<std::pair<std::string, bool>> patterns = {
    {"^\\W*(?:sign up|log ?in|more from)\\b.*$", true},                    // texts of three letters and more
    {"\\b(?:jan|feb)(?:uary)?\\b \\d{1,2}", true},                         // and a digit
    {"^(?P<q>[^*]*\\?)$", false},                                          // a mark
    {"^[A-Z\\x{C0}-\\x{DE}][a-z]+(?: [A-Z][a-z]+)*$", false},              // a first letter
    {"(?:\\x{E801}who|\\x{E802}that) [a-z]+", false},                      // characters of views
    {"\\p{Lu}\\p{L}+", false},                                             // nothing is known of it
    {"(?:a|b)c?(?:x|y)", false},
    {"copyright|©", true},
};

TEST(RegexSet, LeavesOutNothingThatMatches) {
  const RegexSet set(patterns);
  const std::string texts[] = {"Sign up now", "LOG IN", "login", "sign  up", "January 5", "FEB 12", "Feb", "So what?", "*So* what?", "Ann Lee", "ann lee", "\xC3\x89mile",
                               "it \xEE\xA0\x81who left", "bcy", "\xC2\xA9 2020", "Copyright", "", "x", "\xC5\xBFign up", "COP"};
  for (const std::string& text : texts) {
    std::vector<int> hits;
    const bool filtered = set.match(text, hits);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const bool may = !filtered || std::find(hits.begin(), hits.end(), static_cast<int>(i)) != hits.end();
      if (may) continue;
      EXPECT_FALSE(Regex::known(patterns[i].first, patterns[i].second).found_in(text)) << patterns[i].first << " in " << text;
    }
  }
}

TEST(RegexSet, LeavesOutWhatLacksSomething) {
  const RegexSet set(patterns);
  std::vector<int> hits;
  ASSERT_TRUE(set.match("the ships left the quay", hits));
  EXPECT_EQ(hits, (std::vector<int>{5, 6}));
  ASSERT_TRUE(set.match("Log in on January 5", hits));
  EXPECT_EQ(hits, (std::vector<int>{0, 1, 3, 5, 6}));
}

}  // namespace
}  // namespace onrecord
