#include <gtest/gtest.h>

#include <algorithm>

#include "onrecord/rules/definition.h"

namespace onrecord {
namespace {

std::string render_all(Diagnostics diagnostics) {
  diagnostics.sort_by_place();
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.items()) text += render(diagnostic);
  return text;
}

RuleSetDefinition parsed(std::vector<RuleFile> files) {
  Diagnostics diagnostics;
  RuleSetDefinition definition = parse_rules(std::move(files), diagnostics);
  EXPECT_EQ(render_all(diagnostics), "");
  return definition;
}

TEST(ParseRules, ReadsWhatAFileSays) {
  const RuleSetDefinition rules = parsed({{"a.toml", R"(schema = 1
[type.person]
doc = "Somebody"
export = true
unique = "name"
fields = { name = "span", age = "span?", lemma = "text?", rank = "choice:low|high", gender = "choice?:f|m", side = "enum:a|b" }
[[layer]]
name = "names"
unit = "sentence"
over = "paragraph"
skip = ["furniture"]
mask = ["quotation", "title"]
tags = ["preposition"]
anchor = "title"
pick = "first"
[fragment]
zed = '[z]'
cap = '[A-Z]'
[cut.clause]
match = ', which'
x = true
[x-mine]
anything = [1, { goes = true }]
)"}});
  ASSERT_EQ(rules.types.size(), 1u);
  const TypeDefinition& type = rules.types[0];
  EXPECT_EQ(type.name, "person");
  EXPECT_EQ(type.doc, "Somebody");
  EXPECT_TRUE(type.exported);
  EXPECT_EQ(type.unique, "name");
  EXPECT_EQ(type.at, (Place{"a.toml", 2, 7}));
  ASSERT_EQ(type.fields.size(), 6u);
  const struct {
    std::string name;
    FieldKind kind;
    bool optional;
    std::vector<std::string> choices;
  } fields[] = {{"name", FieldKind::span, false, {}},
                {"age", FieldKind::span, true, {}},
                {"lemma", FieldKind::text, true, {}},
                {"rank", FieldKind::choice, false, {"low", "high"}},
                {"gender", FieldKind::choice, true, {"f", "m"}},
                {"side", FieldKind::choice, false, {"a", "b"}}};
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    EXPECT_EQ(type.fields[i].name, fields[i].name);
    EXPECT_EQ(type.fields[i].kind, fields[i].kind) << fields[i].name;
    EXPECT_EQ(type.fields[i].optional, fields[i].optional) << fields[i].name;
    EXPECT_EQ(type.fields[i].choices, fields[i].choices) << fields[i].name;
  }
  ASSERT_EQ(rules.layers.size(), 1u);
  const LayerDefinition& layer = rules.layers[0];
  EXPECT_EQ(layer.unit, "sentence");
  EXPECT_EQ(layer.over, std::vector<std::string>{"paragraph"});
  EXPECT_EQ(layer.skip, std::vector<std::string>{"furniture"});
  EXPECT_EQ(layer.mask, (std::vector<std::string>{"quotation", "title"}));
  EXPECT_EQ(layer.tags, std::vector<std::string>{"preposition"});
  EXPECT_EQ(layer.anchor, "title");
  EXPECT_EQ(layer.pick, "first");
  ASSERT_EQ(rules.fragments.size(), 2u);
  EXPECT_EQ(rules.fragments[0].name, "zed") << "in the order written";
  EXPECT_EQ(rules.fragments[1].pattern.text, "[A-Z]");
  ASSERT_EQ(rules.cuts.size(), 1u);
  EXPECT_EQ(rules.cuts[0].name, "clause");
  EXPECT_TRUE(rules.cuts[0].extended);
}

TEST(ParseRules, ReadsRules) {
  const RuleSetDefinition rules = parsed({{"a.toml", R"(schema = 1
[[rule]]
id = "person.titled"
layer = "names"
emits = "person"
any = ['a', 'b']
x = true
flags = "i"
anchor = "title"
set = { rank = "high", gender = "f" }
copy = ["cue"]
not = { name = 'The' }
only = { title = "lexicon:titles" }
limit = { name = 80, title = { words = 4 }, age = { words = 2, characters = 9 } }
until = { title = ["clause", "dash"], age = "dash" }
not_left = 'x'
not_right = 'y'
after = "heading"
before = ["heading"]
inside = ["paragraph"]
outside = ["quotation"]
yields = ["person.other"]
priority = -5
confidence = 0.9
off = true
doc = "d"
since = "1.0"
deprecated = "use other"
was = ["person.old"]
test = [
  { text = "Dr. Ann Lee.", expect = [{ name = "Ann Lee", known = true, age = 3 }, {}], exact = true },
]
[[rule]]
id = "person.word"
layer = "names"
emits = "person"
words = "pronouns"
)"}});
  ASSERT_EQ(rules.rules.size(), 2u);
  const RuleDefinition& rule = rules.rules[0];
  EXPECT_EQ(rule.id, "person.titled");
  EXPECT_EQ(rule.id_at, (Place{"a.toml", 3, 7}));
  EXPECT_EQ(rule.at, (Place{"a.toml", 2, 1}));
  EXPECT_EQ(rule.layer, "names");
  EXPECT_EQ(rule.emits, "person");
  ASSERT_EQ(rule.patterns.size(), 2u);
  EXPECT_EQ(rule.patterns[1].text, "b");
  EXPECT_EQ(rule.patterns[1].at, (Place{"a.toml", 6, 14}));
  EXPECT_TRUE(rule.extended);
  EXPECT_EQ(rule.flags, "i");
  EXPECT_EQ(rule.anchor, "title");
  EXPECT_EQ(rule.set, (Settings{{"gender", "f"}, {"rank", "high"}}));
  EXPECT_EQ(rule.copy, std::vector<std::string>{"cue"});
  ASSERT_EQ(rule.refuse.size(), 1u);
  EXPECT_EQ(rule.refuse[0].field, "name");
  EXPECT_EQ(rule.refuse[0].pattern.text, "The");
  ASSERT_EQ(rule.require.size(), 1u);
  EXPECT_EQ(rule.require[0].lexicon, "titles");
  EXPECT_EQ(rule.require[0].pattern.text, "");
  ASSERT_EQ(rule.limits.size(), 3u);
  EXPECT_EQ(rule.limits[0].characters, 80u);
  EXPECT_EQ(rule.limits[1].words, 4u);
  EXPECT_EQ(rule.limits[1].characters, 0u);
  EXPECT_EQ(rule.limits[2].characters, 9u);
  ASSERT_EQ(rule.until.size(), 2u);
  EXPECT_EQ(rule.until[0].second, (std::vector<std::string>{"clause", "dash"}));
  EXPECT_EQ(rule.until[1].first, "age");
  EXPECT_EQ(rule.not_left.text, "x");
  EXPECT_EQ(rule.not_right.text, "y");
  EXPECT_EQ(rule.after, std::vector<std::string>{"heading"});
  EXPECT_EQ(rule.before, std::vector<std::string>{"heading"});
  EXPECT_EQ(rule.inside, std::vector<std::string>{"paragraph"});
  EXPECT_EQ(rule.outside, std::vector<std::string>{"quotation"});
  EXPECT_EQ(rule.yields, std::vector<std::string>{"person.other"});
  EXPECT_EQ(rule.priority, -5);
  EXPECT_EQ(rule.confidence, 0.9);
  EXPECT_TRUE(rule.off);
  EXPECT_EQ(rule.doc, "d");
  EXPECT_EQ(rule.since, "1.0");
  EXPECT_EQ(rule.deprecated, "use other");
  EXPECT_EQ(rule.was, std::vector<std::string>{"person.old"});
  EXPECT_EQ(rules.rules[1].words, "pronouns");
}

TEST(ParseRules, ReadsTestsAsTablesAndInline) {
  const std::string head = "schema = 1\n[[rule]]\nid = 'a.b'\nlayer = 'l'\nemits = 't'\nmatch = 'x'\n";
  const std::string inlined = head + "test = [{ text = 'T.', expect = [{ b = '1', a = true }], exact = true }, { text = 'U.', expect = [], todo = 'w' }]\n";
  const std::string tables =
      head + "[[rule.test]]\ntext = 'T.'\nexpect = [{ b = 1, a = 'true' }]\nexact = true\n[[rule.test]]\ntext = 'U.'\nexpect = []\ntodo = 'w'\n";
  for (const std::string& text : {inlined, tables}) {
    const RuleSetDefinition rules = parsed({{"a.toml", text}});
    ASSERT_EQ(rules.rules.at(0).tests.size(), 2u);
    const RuleTest& first = rules.rules[0].tests[0];
    EXPECT_EQ(first.text, "T.");
    EXPECT_EQ(first.expect, (std::vector<Settings>{{{"a", "true"}, {"b", "1"}}}));
    EXPECT_TRUE(first.exact);
    EXPECT_EQ(rules.rules[0].tests[1].expect.size(), 0u);
    EXPECT_EQ(rules.rules[0].tests[1].todo, "w");
  }
}

struct PatternPlace {
  std::string toml;  // in place of PATTERN in `match = PATTERN`
  std::string text;
  bool verbatim;
  std::size_t offset;
  std::uint32_t line, column;
};

TEST(ParseRules, KnowsWhereEachByteOfAPatternStands) {
  const PatternPlace rows[] = {
      {"'ab'", "ab", true, 1, 6, 11},
      {"  'éb'", "éb", true, 2, 6, 14},
      {"'''ab'''", "ab", true, 0, 6, 12},
      {"'''\nab\ncd'''", "ab\ncd", true, 0, 7, 1},
      {"'''\nab\n  cd'''", "ab\n  cd", true, 5, 8, 3},
      {"'''\r\nab\r\ncd'''", "ab\ncd", true, 3, 8, 1},
      {"\"a\\\\b\"", "a\\b", false, 2, 6, 10},
      {"\"\"\"\nab\"\"\"", "ab", false, 1, 7, 1},
  };
  for (const PatternPlace& row : rows) {
    const RuleSetDefinition rules = parsed({{"a.toml", "schema = 1\n[[rule]]\nid = 'a.b'\nlayer = 'l'\nemits = 't'\nmatch = " + row.toml + "\n"}});
    ASSERT_EQ(rules.rules.size(), 1u) << row.toml;
    const PatternText& pattern = rules.rules[0].patterns.at(0);
    EXPECT_EQ(pattern.text, row.text) << row.toml;
    EXPECT_EQ(pattern.verbatim, row.verbatim) << row.toml;
    const Place place = pattern.place_of(row.offset);
    EXPECT_EQ(place.line, row.line) << row.toml;
    EXPECT_EQ(place.column, row.column) << row.toml;
  }
}

std::string names_in_order(const RuleSetDefinition& rules) {
  std::string names;
  for (const LayerDefinition& layer : rules.layers) names += layer.name + ' ';
  for (const RuleDefinition& rule : rules.rules) names += rule.id + ' ';
  return names;
}

TEST(ParseRules, OrderOfTheFilesDoesNotMatter) {
  const auto rule = [](const std::string& id) { return "[[rule]]\nid = '" + id + "'\nlayer = 'l'\nemits = 't'\nmatch = 'x'\n"; };
  std::vector<RuleFile> files = {{"a.toml", "[[layer]]\nname = 'extra'\nunit = 'line'\nfollows = 'main'\n" + rule("a.one") + rule("a.two")},
                                 {"b.toml", "[[layer]]\nname = 'more'\nunit = 'line'\nfollows = 'main'\n" + rule("b.one")},
                                 {"c.toml", "schema = 1\n[[layer]]\nname = 'main'\nunit = 'line'\n[[layer]]\nname = 'last'\nunit = 'line'\n"}};
  do {
    const RuleSetDefinition rules = parsed(files);
    EXPECT_EQ(names_in_order(rules), "main extra more last a.one a.two b.one ");
    ASSERT_EQ(rules.files.size(), 3u);
    EXPECT_EQ(rules.files[0].path, "a.toml");
  } while (std::next_permutation(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; }));
}

}  // namespace
}  // namespace onrecord
