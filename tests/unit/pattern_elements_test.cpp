#include "onrecord/workbench/pattern_elements.h"

#include <gtest/gtest.h>

#include "onrecord/workbench/why_not.h"
#include "test_rules.h"

namespace onrecord {
namespace {

/// Elements between '·', alternatives between '/'.
std::string cut(const std::string& pattern, bool free_spacing) {
  std::string text;
  for (const auto& alternative : pattern_elements(pattern, free_spacing)) {
    if (!text.empty()) text += '/';
    for (const Span element : alternative) text += std::string(slice(pattern, element)) + "·";
  }
  return text;
}

TEST(PatternElements, CutAtTheOutermostLevel) {
  const struct {
    const char* pattern;
    bool free_spacing;
    const char* elements;
  } rows[] = {
      {"", false, ""},
      {"said that", false, "said· ·that·"},
      {"saids?", false, "said·s?·"},
      {"a{2,3}b", false, "a{2,3}·b·"},
      {"{@cue[form=past]:cue}{_}{say:verb}?", false, "{@cue[form=past]:cue}·{_}·{say:verb}?·"},
      {"(?P<name>[A-Z](?:a|b)*)+ x", false, "(?P<name>[A-Z](?:a|b)*)+· ·x·"},
      {R"((\)[)]))x)", false, R"((\)[)])·)·x·)"},
      {R"(\p{L}+\.\x{2019}\Q(a|b)\E)", false, R"(\p{L}+·\.·\x{2019}·\Q(a|b)\E·)"},
      {"[^]|]+?|b", false, "[^]|]+?·/b·"},
      {"[[:alpha:]|]x", false, "[[:alpha:]|]·x·"},
      {"a|b c", false, "a·/b· ·c·"},
      {"one {_} # (not this\n two", true, "one·{_}·two·"},
      {"( a # )\n b ) c", true, "( a # )\n b )·c·"},
      {"é+", false, "é+·"},
      {"(", false, "(·"},
      {"[a", false, "[a·"},
      {"{a", false, "{a·"},
      {"\\", false, "\\·"},
  };
  for (const auto& row : rows) EXPECT_EQ(cut(row.pattern, row.free_spacing), row.elements) << row.pattern;
}

RuleSet rules_of(const std::string& text) {
  Diagnostics diagnostics;
  auto rules = RuleSet::load({{"a.toml", text}}, diagnostics);
  for (const Diagnostic& item : diagnostics.items()) ADD_FAILURE() << render(item);
  return std::move(rules.value());
}

const std::string head =
    "schema = 1\n[type.thing]\nfields = { name = \"span\" }\n[[layer]]\nname = 'things'\nunit = 'sentence'\npick = 'longest'\n"
    "[lexicon]\nsay = ['said', 'says']\n";

std::string rule(const std::string& id, const std::string& keys) { return "[[rule]]\nid = '" + id + "'\nlayer = 'things'\nemits = 'thing'\n" + keys + "\n"; }

TEST(PatternProgress, TellsHowFarAPatternGets) {
  const RuleSet rules = rules_of(head + rule("thing.one", R"(any = ['(?P<name>[A-Z]\w+) {say} that', 'x(?P<name>y)z|(?P<name>[a-z]+), she {say}'])"));
  const struct {
    const char* view;
    std::size_t matched, elements;
    const char* stops_at;
  } rows[] = {
      {"Ann said that", 5, 5, ""},          {"Ann said so", 4, 5, "that"},          {"Ann thought that", 2, 5, "{say}"},
      {"rain, she thought", 5, 6, "{say}"}, {"???", 0, 5, R"((?P<name>[A-Z]\w+))"},
  };
  for (const auto& row : rows) {
    const PatternProgress progress = pattern_progress(rules, rules.rules()[0], row.view);
    EXPECT_EQ(progress.matched, row.matched) << row.view;
    EXPECT_EQ(progress.elements, row.elements) << row.view;
    EXPECT_EQ(progress.stops_at, row.stops_at) << row.view;
  }
}

/// What comes of the first rule's match.
std::string outcome(const std::string& rules, const std::string& text) {
  const RuleSet set = rules_of(head + rules);
  const WhyNot answer = why_not(set, set.rules()[0], text);
  return answer.units.empty() || answer.units[0].outcomes.empty() ? "no match" : answer.units[0].outcomes[0];
}

TEST(WhyNot, TellsByWhichTieBreakAMatchLost) {
  const std::string one = rule("thing.one", "match = '(?P<name>big boat)'");
  const std::string text = "A big boat left.";
  EXPECT_EQ(outcome(one, text), "kept: “big boat”");
  EXPECT_EQ(outcome(one + rule("thing.two", "match = '(?P<name>boat)'\npriority = 1"), text),
            "matched “big boat”, but thing.two is kept on “boat”: the other has the higher priority");
  EXPECT_EQ(outcome(one + rule("thing.two", "match = '(?P<name>A big boat)'"), text),
            "matched “big boat”, but thing.two is kept on “A big boat”: the other is longer");
  EXPECT_EQ(outcome(rule("thing.one", "match = '(?P<name>big boat)'\nyields = 'thing.two'") + rule("thing.two", "match = '(?P<name>boat)'"), text),
            "matched “big boat”, but thing.two is kept on “boat”: it yields to the other");
  EXPECT_EQ(outcome(rule("thing.one", "match = '(?P<name>big boat)'\nlimit = { name = 3 }"), text),
            "matched “big boat”, but `limit` allows 3 characters of name, not 8: “big boat”");
  EXPECT_EQ(outcome(rule("thing.one", "match = '(?P<name>big boat)'\nlimit = { sentence = 10 }"), text),
            "matched “big boat”, but `limit` allows 10 characters of sentence, not 16: “A big boat left.”");
  EXPECT_EQ(outcome(rule("thing.one", "match = '(?P<name>big boat)'\nlimit = { sentence = { words = 4 } }"), text), "kept: “big boat”");
  EXPECT_EQ(outcome(rule("thing.one", "match = '(?P<name>big boat)'\nnot_right = '^ left'"), text),
            "matched “big boat”, but `not_right` rules out what stands behind it: “ left”");
  EXPECT_EQ(outcome(rule("thing.one", "match = '(?P<name>big boat)'\ninside = 'thing'"), text), "matched “big boat”, but `inside` does not hold: thing");
}

}  // namespace
}  // namespace onrecord
