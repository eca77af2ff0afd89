#include "onrecord/check/pattern_tokens.h"

#include <gtest/gtest.h>

namespace onrecord {
namespace {

/// The tokens with a space between them.
std::string shown(std::string_view pattern, bool extended = false) {
  std::string text;
  for (const PatternToken& token : pattern_tokens(pattern, extended)) {
    text += (text.empty() ? "" : " ") + std::string(pattern.substr(token.begin, token.end - token.begin));
  }
  return text;
}

TEST(PatternTokens, CutsPatterns) {
  const struct {
    std::string_view pattern, tokens;
  } rows[] = {
      {"ab+?é*", "a b +? é *"},
      {R"(\d\.\x{C0}\p{Lu}\pL\x41\Q(a\E)", R"(\d \. \x{C0} \p{Lu} \pL \x41 \Q(a\E)"},
      {R"([^]a\]][[:alpha:]-]x)", R"([^]a\]] [[:alpha:]-] x)"},
      {"(?:a|(?P<n>b)|(?i)c)(d)", "(?: a | (?P<n> b ) | (?i ) c ) ( d )"},
      {"{cap:name}x{2,3}{4}?{@cue[a=b|c]}", "{cap:name} x {2,3} {4}? {@cue[a=b|c]}"},
      {"^a.$", "^ a . $"},
      {"[a", "[a"},
      {"(?P<n", "(?P<n"},
      {"\\", "\\"},
      {"{a", "{a"},
  };
  for (const auto& row : rows) EXPECT_EQ(shown(row.pattern), row.tokens);
  EXPECT_EQ(shown(" a\\ b # c (\n [ #]", true), "a \\  b [ #]");
}

TEST(PatternTokens, ReadsReferencesAndBounds) {
  EXPECT_EQ(names_in_reference("{@cue[voice=finite]:cue}"), std::vector<std::string>{"cue"});
  EXPECT_EQ(names_in_reference("{a|b.c:x}"), (std::vector<std::string>{"a", "b.c"}));
  const struct {
    std::string_view repeat;
    std::uint32_t bound;
  } rows[] = {{"*", 0}, {"+?", 0}, {"{3}", 3}, {"{2,300}", 300}, {"{70,}", 70}, {"{2,300}?", 300}, {"{99999999999}", 0}};
  for (const auto& row : rows) EXPECT_EQ(upper_bound(row.repeat), row.bound) << row.repeat;
}

TEST(PatternTokens, FindsAlternatives) {
  const auto shape = [](std::string_view pattern) {
    std::string text;
    for (const Alternatives& group : alternatives_in(pattern_tokens(pattern, false))) {
      text += std::to_string(group.choices.size()) + (group.ends_pattern ? "$ " : " ");
    }
    return text;
  };
  EXPECT_EQ(shape("ab"), "");
  EXPECT_EQ(shape("a|b|c"), "3$ ");
  EXPECT_EQ(shape("(?:a|b)c"), "2 ");
  EXPECT_EQ(shape("c(?:a|(?:b|c))"), "2$ 2$ ");
  EXPECT_EQ(shape("(?:(?:b|c)d|a)*"), "2 2 ");
  EXPECT_EQ(shape("a)b|c"), "2$ ");
  EXPECT_EQ(shape("(a|"), "2$ ");
  EXPECT_EQ(shape(std::string(200000, '(') + "a|b" + std::string(200000, ')')), "2$ ");
}

}  // namespace
}  // namespace onrecord
