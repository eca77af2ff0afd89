#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "one_rule.h"
#include "onrecord/extract/analyze.h"
#include "onrecord/extract/extract.h"
#include "onrecord/input/embedded_rules.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/workbench/rule_tests.h"

namespace onrecord {
namespace {

using onrecord::testing::rule;

/// Everything that the rules found in a text, a line for each annotation.
std::string found(const RuleSet& rules, const std::string& text, bool use_filters) {
  const Analysis analysis = analyze(rules, text, {.use_filters = use_filters});
  std::ostringstream out;
  for (std::uint32_t i = 0; i < analysis.annotations.size(); ++i) {
    const Annotation& annotation = analysis.annotations.at(i);
    out << rules.types()[annotation.type].name << ' ' << annotation.span.begin << ' ' << annotation.span.end;
    if (annotation.rule != no_rule) out << ' ' << rules.rules()[annotation.rule].definition().id;
    for (std::uint32_t field = 0; field < rules.types()[annotation.type].fields.size(); ++field) {
      const Value& value = analysis.annotations.value(i, field);
      out << ' ' << value.span.begin << '-' << value.span.end << ' ' << rules.symbol(value.symbol);
    }
    out << '\n';
  }
  return out.str();
}

std::optional<RuleSet> load(std::vector<RuleFile> files) {
  Diagnostics diagnostics;
  auto rules = RuleSet::load(std::move(files), diagnostics);
  for (const Diagnostic& item : diagnostics.items()) ADD_FAILURE() << render(item);
  return rules;
}

std::string article(const std::string& name) {
  std::ifstream file(std::string(ONRECORD_SOURCE_DIR) + "/examples/" + name);
  std::ostringstream text;
  text << file.rdbuf();
  EXPECT_FALSE(text.str().empty()) << name;
  return text.str();
}

const char* const articles[] = {"glass-works.txt", "harbour-ferry.txt", "night-sky.txt", "new-kind/article.txt"};

/// What a rule for the words of a list, and one that tags them, find in a text: the words, with spaces between.
std::string listed_words(const std::string& list, const std::string& text, const std::string& pattern = "{listed}") {
  const std::string rules_text = "schema = 1\n[type.word]\n[type.tagged]\n[lexicon]\nabbreviations_title = ['St', 'No']\nlisted = " + list +
                                 "\n[[layer]]\nname = 'words'\nunit = 'sentence'\n[[layer]]\nname = 'tags'\nunit = 'sentence'\ntags = ['listed']\n"
                                 "[[rule]]\nid = 'word.any'\nlayer = 'words'\nemits = 'word'\nwords = 'listed'\n"
                                 "[[rule]]\nid = 'tagged.any'\nlayer = 'tags'\nemits = 'tagged'\nmatch = '''" +
                                 pattern + "'''\n";
  Diagnostics diagnostics;
  const auto rules = RuleSet::load({{"a.toml", rules_text}}, diagnostics);
  if (!rules) return "error";
  std::string all;
  for (const bool use_filters : {true, false}) {
    const Analysis analysis = analyze(*rules, text, {.use_filters = use_filters});
    for (std::uint32_t i = 0; i < analysis.annotations.size(); ++i)
      if (analysis.annotations.at(i).rule != no_rule) all += std::string(analysis.document.folded.slice(analysis.annotations.at(i).span)) + '|';
  }
  return all;
}

// A list is written by people: with either apostrophe, with dots and commas inside.
TEST(RuleEngine, FindsWordsOfListsAsTheyAreWritten) {
  const struct {
    std::string word, text;
  } rows[] = {
      {"ain't", "ain't"},
      {"ain't", "ain’t"},
      {"ain’t", "ain't"},
      {"O’Lee", "O'Lee"},
      {"Lee's", "Lee's"},
      {"Lee's", "Lee’s"},
      {"Mason's Bank", "Mason’s Bank"},
      {"mason's bank", "Mason's bank"},
      {"St. Ann", "St. Ann"},
      {"No. 10", "No. 10"},
      {"Lee & Li", "Lee & Li"},
      {"Bridge–Pier", "Bridge–Pier"},
      {"U.S. Masons", "U.S. Masons"},
  };
  for (const auto& row : rows) {
    for (const std::string casing : {"exact", "initial", "any"}) {
      if (casing == "exact" && row.word[0] != row.text[0]) continue;
      const std::string list = "{ words = [\"" + row.word + "\"], case = '" + casing + "' }";
      const std::string four = row.text + '|' + row.text + '|' + row.text + '|' + row.text + '|';
      EXPECT_EQ(listed_words(list, "The masons saw " + row.text + " fall."), four) << row.word << ' ' << casing;
    }
  }
  EXPECT_EQ(listed_words("[\"Lee's\", \"Lee\"]", "Then Lee fell."), "Lee|Lee|Lee|Lee|");
}

TEST(RuleEngine, SelectsAWordWithEitherApostrophe) {
  const std::string list = "[\"ain't\", \"isn't\"]";
  EXPECT_EQ(listed_words(list, "It ain’t.", "{listed[ain't]}"), "ain’t|ain’t|ain’t|ain’t|");
  EXPECT_EQ(listed_words(list, "It isn’t.", "{listed[ain't]}"), "isn’t|isn’t|");  // by the rule of words
}

TEST(RuleEngine, FindsTheSameWithoutFilters) {
  const auto rules = load(embedded_rules());
  ASSERT_TRUE(rules);
  for (const char* name : articles) {
    const std::string text = article(name);
    EXPECT_EQ(found(*rules, text, true), found(*rules, text, false)) << name;
  }
}

TEST(RuleEngine, TriesNoMoreThanSoManyCuesOfOneSentence) {
  const auto rules = load(embedded_rules());
  ASSERT_TRUE(rules);
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Ann Lee said that ";
  const std::string with_filters = found(*rules, text, true);
  EXPECT_EQ(with_filters, found(*rules, text, false));
  std::istringstream lines(with_filters);
  int attributions = 0;
  for (std::string line; std::getline(lines, line);) attributions += line.starts_with("attribution ") ? 1 : 0;
  EXPECT_GT(attributions, 8);
  EXPECT_LE(attributions, 16);
}

TEST(RuleEngine, FindsTheSameWhateverTheOrderOfTheFiles) {
  std::vector<RuleFile> files = embedded_rules();
  const auto rules = load(files);
  std::reverse(files.begin(), files.end());
  const auto reversed = load(files);
  ASSERT_TRUE(rules && reversed);
  EXPECT_EQ(rules->digest(), reversed->digest());
  for (const char* name : articles) EXPECT_EQ(found(*rules, article(name), true), found(*reversed, article(name), true)) << name;
}

TEST(RuleEngine, LeavesLongUnitsAloneWhereALimitSaysSo) {
  const std::string at_anchors =
      "schema = 1\n[type.thing]\nfields = { name = \"span\" }\n[lexicon]\nvessel = ['boat']\n"
      "[[layer]]\nname = 'things'\nunit = 'sentence'\ntags = ['vessel']\nanchor = 'vessel'\n"
      "[[rule]]\nid = 'thing.one'\nlayer = 'things'\nemits = 'thing'\nlimit = { sentence = 20 }\nmatch = '{vessel:name}'\n";
  for (const std::string& text : {rule("limit = { sentence = 20 }\nmatch = '(?P<name>boat)'\n"), at_anchors}) {
    const auto rules = load({{"a.toml", text}});
    ASSERT_TRUE(rules);
    for (const bool use_filters : {true, false}) {
      EXPECT_NE(found(*rules, "A boat left.", use_filters).find("thing"), std::string::npos) << text;
      EXPECT_EQ(found(*rules, "A boat left the old harbour.", use_filters).find("thing"), std::string::npos) << text;
    }
  }
}

TEST(RuleEngine, EndsFieldsAtCutsButNotAtTheirExceptions) {
  const auto rules =
      load({{"a.toml", rule("match = 'boats: (?P<name>.+)[.]'\nuntil = { name = ['comma'] }\n[cut.comma]\nmatch = ', (?:and|or) |(?P<cut>, )'\n")}});
  ASSERT_TRUE(rules);
  for (const bool use_filters : {true, false}) {
    const auto name_in = [&](const std::string& text) {
      const std::string all = found(*rules, text, use_filters);
      const std::string thing = all.substr(std::min(all.find("thing"), all.size()));
      std::istringstream words(thing);
      std::string word;
      for (int i = 0; i < 5; ++i) words >> word;  // type, begin, end, rule, span of the name
      const std::size_t dash = word.find('-');
      return dash == std::string::npos ? word : text.substr(std::stoul(word), std::stoul(word.substr(dash + 1)) - std::stoul(word));
    };
    EXPECT_EQ(name_in("Two boats: Ada, an old one."), "Ada");
    EXPECT_EQ(name_in("Two boats: Ada, and Bora."), "Ada, and Bora");
    EXPECT_EQ(name_in("Two boats: Ada, and Bora, an old one."), "Ada, and Bora");
  }
}

TEST(RuleEngine, ACutMayBeMadeOfOthers) {
  const auto cut_at = [](const std::string& cuts) {
    return rule("match = 'boats: (?P<name>[^.]+)[.]'\nuntil = { name = " + cuts + " }\n[cut.comma]\nmatch = ', '\n[cut.dash]\nmatch = ' - '\n");
  };
  const auto written_out = load({{"a.toml", cut_at("['comma', 'dash']")}});
  const auto named = load({{"a.toml", cut_at("['either']") + "[cut.either]\ncuts = ['comma', 'dashes']\n[cut.dashes]\ncuts = ['dash']\n"}});
  ASSERT_TRUE(written_out && named);
  for (const std::string text : {"Two boats: Ada, an old one.", "Two boats: Ada - an old one, too.", "Two boats: Ada."}) {
    for (const bool use_filters : {true, false}) EXPECT_EQ(found(*named, text, use_filters), found(*written_out, text, use_filters)) << text;
  }
  const struct {
    std::string cuts, code;
  } wrong[] = {{"[cut.either]\ncuts = ['comma', 'dot']\n", "E120"},
               {"[cut.either]\ncuts = ['comma', 'dashes']\n[cut.dashes]\ncuts = ['either']\n", "E117"},
               {"[cut.either]\ncuts = ['comma']\nmatch = 'x'\n", "E109"},
               {"[cut.either]\ndoc = 'nothing'\n", "E109"}};
  for (const auto& [cuts, code] : wrong) {
    Diagnostics diagnostics;
    EXPECT_FALSE(RuleSet::load({{"a.toml", cut_at("['either']") + cuts}}, diagnostics)) << cuts;
    ASSERT_FALSE(diagnostics.items().empty());
    EXPECT_EQ(diagnostics.items().front().code, code) << cuts;
  }
}

std::string outcome(const std::string& test) {
  const auto rules = load({{"a.toml", rule("match = '\\b(?P<name>ship|boat)s?\\b'\ntest = [" + test + "]\n")}});
  if (!rules) return "not loaded";
  std::string text;
  for (const RuleTestResult& result : run_rule_tests(*rules, [](const std::string&) { return true; })) {
    text += result.outcome == RuleTestOutcome::passed ? "passed" : result.outcome == RuleTestOutcome::failed ? "failed" : "skipped";
    for (const RuleTestFinding& finding : result.findings) {
      text += finding.kind == RuleTestFinding::Kind::missing ? " missing " : finding.kind == RuleTestFinding::Kind::noisy ? " noisy " : " wrong ";
      text += finding.want + '/' + finding.got;
    }
  }
  return text;
}

TEST(RuleTests, CompareWhatTheRuleMade) {
  const struct {
    std::string test, outcome;
  } rows[] = {
      {"{ text = 'A ship left.', expect = [{ name = 'ship' }] }", "passed"},
      {"{ text = 'Two ships left a boat.', expect = [{ span = 'ships' }, { name = 'boat' }] }", "passed"},
      {"{ text = 'A ship left.', expect = [{ name = 'ship', size = '' }], exact = true }", "passed"},
      {"{ text = 'A crane fell.', expect = [] }", "passed"},
      {"{ text = 'A crane fell.', expect = [{ name = 'crane' }] }", "failed missing name = \"crane\"/"},
      {"{ text = 'A ship left.', expect = [] }", "failed noisy /span = \"ship\", name = \"ship\""},
      {"{ text = 'A ship left.', expect = [{ name = 'boat' }] }", "failed wrong name = \"boat\"/name = \"ship\""},
      {"{ text = 'A ship left.', expect = [{}], exact = true }", "failed wrong nothing else/name = \"ship\""},
      {"{ text = 'A crane fell.', expect = [{}], todo = 'cranes' }", "skipped missing something/"},
  };
  for (const auto& row : rows) EXPECT_EQ(outcome(row.test), row.outcome) << row.test;
}

TEST(RuleTests, TheNewKindOfTheExamplesNeedsARulesFileOnly) {
  std::vector<RuleFile> files = embedded_rules();
  files.push_back({"scenario.toml", article("new-kind/scenario.toml")});
  const auto rules = load(std::move(files));
  ASSERT_TRUE(rules);
  const auto results = run_rule_tests(*rules, [](const std::string& id) { return id == "scenario.if"; });
  EXPECT_EQ(results.size(), 4u);
  for (const RuleTestResult& result : results) EXPECT_EQ(result.outcome, RuleTestOutcome::passed) << result.test->text;
  std::string scenarios;
  for (const Record& record : extract(*rules, article("new-kind/article.txt"), "0").records) {
    if (const auto* custom = std::get_if<CustomRecord>(&record)) scenarios += custom->type + ": " + custom->text + '\n';
  }
  EXPECT_EQ(scenarios,
            "scenario: If the dam holds through the week, the town could keep its old mill\n"
            "scenario: Should the water rise again, the lower streets would be closed for a month\n");
}

// Sets of symbols share places from a number on: what views show must not lose its own by what stands beside it.
TEST(RuleEngine, WhatViewsShowHasTheFirstNumbers) {
  std::string text = "schema = 1\n";
  for (int i = 0; i < 200; ++i) text += "[type.t" + std::to_string(i) + "]\n[lexicon.w" + std::to_string(i) + "]\nwords = [\"a\"]\n";
  text += "[[layer]]\nname = \"one\"\nunit = \"sentence\"\nmask = [\"t150\"]\ntags = [\"w170\", \"w160\"]\n";
  const auto rules = load({{"all.toml", text}});
  ASSERT_TRUE(rules);
  EXPECT_EQ(rules->type("t150"), 0U);
  EXPECT_EQ(rules->lexicon("w160")->number(), 0U);
  EXPECT_EQ(rules->lexicon("w170")->number(), 1U);
  EXPECT_EQ(rules->lexicon("w0")->number(), 2U);
}

}  // namespace
}  // namespace onrecord
