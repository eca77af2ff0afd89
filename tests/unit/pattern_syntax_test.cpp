#include "onrecord/rules/pattern_syntax.h"

#include <gtest/gtest.h>

#include <string>

namespace onrecord {
namespace {

TEST(PatternSyntax, TellsWhereEscapesEnd) {
  const struct {
    std::string_view pattern;
    std::size_t end;
  } rows[] = {
      {R"(\d+)", 2}, {R"(\.x)", 2},   {R"(\x{2019}s)", 8}, {R"(\xC0s)", 4}, {R"(\p{Lu}a)", 6}, {R"(\PLa)", 3}, {R"(\Q(a|b)\E|c)", 9},
      {R"(\éa)", 3}, {R"(\x(a))", 2}, {R"(\p(a))", 2},     {R"(\x{20)", 5}, {R"(\Q(a)", 4},    {R"(\)", 1},
  };
  for (const auto& row : rows) EXPECT_EQ(escape_end(row.pattern, 0), row.end) << row.pattern;
}

TEST(PatternSyntax, TellsWhereClassesEnd) {
  constexpr std::size_t npos = std::string_view::npos;
  const struct {
    std::string_view pattern;
    std::size_t end;
  } rows[] = {
      {"[ab]c", 4},      {"[]a]]", 4},  {"[^]a]]", 5},      {R"([\]a]])", 5},     {"[[:alpha:]-]x", 12}, {R"([\[:]x)", 5}, {"[[:]x", 4},
      {"[[:alpha]x", 9}, {"[ab", npos}, {"[[:alpha", npos}, {"[[:alpha:]", npos}, {R"([\)", npos},       {"[", npos},      {"[]", npos},
  };
  for (const auto& row : rows) EXPECT_EQ(class_end(row.pattern, 0), row.end) << row.pattern;
}

TEST(PatternSyntax, TellsWhereOpeningsOfGroupsEnd) {
  const struct {
    std::string_view pattern;
    std::size_t end;
  } rows[] = {
      {"(a)", 1}, {"(?:a)", 3}, {"(?i:a)", 4}, {"(?i)a", 3}, {"(?P<name>a)", 9}, {"(?=a)", 3}, {"(?P<name", 8}, {"(?", 2},
  };
  for (const auto& row : rows) EXPECT_EQ(group_opening_end(row.pattern, 0), row.end) << row.pattern;
}

TEST(PatternSyntax, TellsReferencesFromRepeats) {
  EXPECT_TRUE(begins_reference("{cap}", 0));
  EXPECT_TRUE(begins_reference("a{@cue:cue}", 1));
  EXPECT_TRUE(begins_reference("{", 0));
  EXPECT_FALSE(begins_reference("a{2,3}", 1));
  EXPECT_FALSE(begins_reference("a", 0));
}

}  // namespace
}  // namespace onrecord
