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

std::vector<std::uint32_t> possible(const RegexSet& set, const std::string& text, std::vector<std::uint32_t> wanted = {0, 1, 2, 3, 4, 5, 6, 7}) {
  set.keep_possible(text, wanted);
  return wanted;
}

TEST(RegexSet, LeavesOutNothingThatMatches) {
  const RegexSet set(patterns);
  const std::string texts[] = {"Sign up now", "LOG IN", "login", "sign  up", "January 5", "FEB 12", "Feb", "So what?", "*So* what?", "Ann Lee", "ann lee", "\xC3\x89mile",
                               "it \xEE\xA0\x81who left", "bcy", "\xC2\xA9 2020", "Copyright", "", "x", "\xC5\xBFign up", "COP"};
  for (const std::string& text : texts) {
    const std::vector<std::uint32_t> kept = possible(set, text);
    for (std::uint32_t i = 0; i < patterns.size(); ++i) {
      if (std::find(kept.begin(), kept.end(), i) != kept.end()) continue;
      EXPECT_FALSE(Regex::known(patterns[i].first, patterns[i].second).found_in(text)) << patterns[i].first << " in " << text;
    }
  }
}

TEST(RegexSet, LeavesOutWhatLacksATextOrBeginsOtherwise) {
  const RegexSet set(patterns);
  EXPECT_EQ(possible(set, "the ships left the quay"), (std::vector<std::uint32_t>{2, 5, 6, 7}));
  EXPECT_EQ(possible(set, "Log in on January 5"), (std::vector<std::uint32_t>{0, 1, 2, 3, 5, 6, 7}));
  EXPECT_EQ(possible(set, "Log in on January 5", {1, 4}), (std::vector<std::uint32_t>{1}));
}

}  // namespace
}  // namespace onrecord
