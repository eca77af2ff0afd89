#include "onrecord/rules/rule_errors.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "one_rule.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

using onrecord::testing::head;
using onrecord::testing::rule;

/// `line:column code message`, in the order of their places.
std::string errors_of(std::vector<RuleFile> files) {
  Diagnostics diagnostics;
  const auto rules = RuleSet::load(std::move(files), diagnostics);
  EXPECT_EQ(rules.has_value(), !diagnostics.has_errors());
  diagnostics.sort_by_place();
  std::string text;
  for (const Diagnostic& item : diagnostics.items()) {
    text += std::to_string(item.line) + ':' + std::to_string(item.column) + ' ' + item.code + ' ' + item.message;
    text += item.hint.empty() ? "\n" : " (" + item.hint + ")\n";
  }
  return text;
}

// What is wrong is one slip; a thousand names that stand in the file with it would hide it.
TEST(RuleErrors, LeaveOutWhatAFileThatIsNoTomlMayHold) {
  const std::string names =
      "schema = 1\n[type.walk]\n[[layer]]\nname = 'walks'\nunit = 'line'\nfollows = 'roads'\nmask = ['road']\n"
      "[[rule]]\nid = 'walk.one'\nlayer = 'walks'\nemits = 'walk'\nmatch = '{mile} x'\n";
  EXPECT_EQ(errors_of({{"a.toml", names}, {"b.toml", "[type.road\n"}}).find("1:11 E100 "), 0u);
  EXPECT_EQ(errors_of({{"a.toml", names}, {"b.toml", "[type.road\n"}}).find("E120"), std::string::npos);
  EXPECT_NE(errors_of({{"a.toml", names}}).find("E120 layer 'walks' follows 'roads', which is no layer"), std::string::npos);
}

TEST(RuleErrors, ReportsReferencesToNothing) {
  const struct {
    std::string text, errors;
  } rows[] = {
      {rule("match = '(?P<name>a{colour}b)'\n[fragment]\ncolor = 'x'\n"), "E112 no fragment or lexicon is called 'colour' (did you mean 'color'?)"},
      {rule("match = '(?P<nam>ab)'\n"), "E121 type 'thing' has no field 'nam' (did you mean 'name'?)"},
      {rule("match = 'ab'\ninside = 'thin'\n"), "E120 no type is called 'thin' (did you mean 'thing'?)"},
      {rule("match = 'ab'\namid = { thin = 2 }\n"), "E120 no type is called 'thin' (did you mean 'thing'?)"},
      {rule("match = 'ab'\namid = { thing = 0 }\n"), "'thing' must be at least 1"},
      {rule("match = 'ab'\namid = { thing = 'two' }\n"), "'thing' must be a number, how many of them the document must hold, not a text"},
      {rule("match = 'ab'\nlimit = { line = 9 }\n"), "E121 type 'thing' has no field 'line'"},
      {rule("words = 'nothing'\n"), "E120 no lexicon is called 'nothing'"},
      {rule("match = 'ab'\nyields = 'thing.two'\n"), "E120 no rule is called 'thing.two' (did you mean 'thing.one'?)"},
      {rule("match = 'ab'\nuntil = { name = 'end' }\n"), "E120 no cut is called 'end'"},
      {rule("match = 'ab'\nset = { size = 'smal' }\n"), "E116 'smal' is no value of thing.size (did you mean 'small'?)"},
      {rule("match = '{@thing}'\n"), "E112 'thing' is not masked in this layer"},
      {rule("match = '{a}'\n[fragment]\na = 'x{b}'\nb = 'y{a}'\n"), "E117 fragment 'a' holds itself"},
      {head + "[[rule]]\nid = 'thing.one'\nlayer = 'thigns'\nemits = 'thing'\nmatch = 'a'\n", "E120 no layer is called 'thigns' (did you mean 'things'?)"},
  };
  for (const auto& row : rows)
    EXPECT_NE(errors_of({{"a.toml", row.text}}).find(row.errors), std::string::npos) << row.text << errors_of({{"a.toml", row.text}});
}

/// Fragments of which each holds the next one.
std::string fragments_in_one_another(int count) {
  std::string text = "[fragment]\n";
  for (int i = 1; i < count; ++i) text += "f" + std::to_string(i) + " = 'x{f" + std::to_string(i + 1) + "}'\n";
  return text + "f" + std::to_string(count) + " = 'y'\n";
}

// Whatever was expanded before, for another rule.
TEST(RuleErrors, KnowsHowDeepFragmentsMayStandInOneAnother) {
  const std::string other_rule = "[[rule]]\nid = 'thing.two'\nlayer = 'things'\nemits = 'thing'\nmatch = 'b{f1}'\n";
  EXPECT_EQ(errors_of({{"a.toml", rule("match = 'a{f4}'\n" + other_rule + fragments_in_one_another(17))}}), "");
  const std::string errors = errors_of({{"a.toml", rule("match = 'a{f4}'\n" + other_rule + fragments_in_one_another(18))}});
  EXPECT_NE(errors.find("E117 fragment 'f18' holds itself"), std::string::npos) << errors;
}

TEST(RuleErrors, PointsIntoPatterns) {
  const std::string errors = errors_of({{"a.toml", rule("match = '''\nab\n  c(?=d)'''\n")}});
  EXPECT_EQ(errors.substr(0, 10), "13:4 E110 ") << errors;
}

TEST(RuleErrors, ReadsClassesAsRE2Does) {
  for (const char* pattern : {R"((?P<name>[\[:]x))", "(?P<name>[[:]x)", "(?P<name>[[:alpha:]:]x)"})
    EXPECT_EQ(errors_of({{"a.toml", rule("match = '" + std::string(pattern) + "'\n")}}), "");
  EXPECT_NE(errors_of({{"a.toml", rule("match = 'a[[:alpha'\n")}}).find("E110 regex: missing ']' for this '['"), std::string::npos);
}

TEST(RuleErrors, ReportsSeveralBadRulesInOneRun) {
  const std::string errors = errors_of({{"a.toml", rule("match = 'a('\n[[rule]]\nid = 'thing.two'\nlayer = 'things'\nemits = 'thing'\nmatch = '{zz}'\n")}});
  EXPECT_NE(errors.find("E110"), std::string::npos) << errors;
  EXPECT_NE(errors.find("E112"), std::string::npos) << errors;
}

}  // namespace
}  // namespace onrecord
