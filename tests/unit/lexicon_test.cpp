#include "onrecord/rules/lexicon.h"

#include <gtest/gtest.h>

#include "onrecord/rules/definition.h"

namespace onrecord {
namespace {

struct Read {
  LexiconDefinition lexicon;
  std::string errors;
};

Read read(const std::string& value, std::vector<RuleFile> lists = {}) {
  Diagnostics diagnostics;
  lists.push_back({"a.toml", "schema = 1\n[lexicon]\nl = " + value + "\n"});
  RuleSetDefinition rules = parse_rules(std::move(lists), diagnostics);
  diagnostics.sort_by_place();
  Read result;
  if (rules.lexicons.size() == 1) result.lexicon = std::move(rules.lexicons[0]);
  for (const Diagnostic& diagnostic : diagnostics.items()) result.errors += render(diagnostic);
  return result;
}

/// "word=attribute,attribute; …"
std::string shown(const LexiconDefinition& lexicon) {
  std::string text;
  for (const EntryDefinition& entry : lexicon.entries) {
    text += text.empty() ? entry.word : "; " + entry.word;
    for (std::size_t i = 0; i < entry.attributes.size(); ++i) text += (i == 0 ? '=' : ',') + entry.attributes[i];
  }
  return text;
}

struct Row {
  std::string value;       // in a.toml
  std::string path, text;  // of a word list
  std::string columns;
  std::string entries;
};

TEST(WordList, ReadsWordsAndAttributes) {
  const Row rows[] = {
      {R"(["Mr", "special   envoy"])", "", "", "", "Mr; special envoy"},
      {R"({ words = ["Mr"] })", "", "", "", "Mr"},
      {R"({ words = [["Mr", "m"], "Dr"], columns = ["gender", "rank"] })", "", "", "gender rank ", "Mr=m,; Dr=,"},
      {R"({ file = "w.txt" })", "w.txt", "# heading\n\n  Mr  \r\nspecial  envoy # comment\nC# Major\n", "", "Mr; special envoy; C# Major"},
      {R"({ file = "w.txt", columns = "gender" })", "w.txt", "\xEF\xBB\xBFMr\tm\nDr\nMs \t f", "gender ", "Mr=m; Dr=; Ms=f"},
      {R"({ file = "w.txt", patterns = true })", "w.txt", "# heading\n#tag \\d+ # \n^a b $\n", "", "#tag \\d+ # ; ^a b $"},
      {R"({ file = "w.txt", patterns = true, columns = ["k"] })", "w.txt", "a.*\tx\n", "k ", "a.*=x"},
      {R"({ file = "w.tsv" })", "w.tsv", "word\tkind\n# none\nsay\ts\nask\n", "kind ", "say=s; ask="},
      {R"({ file = "w.tsv" })", "w.tsv", "class\tform.base\tform.past\tlemma\nA\tlearn\tlearned | learnt\tlearn\nB\tgo on\t\tgo\n", "class lemma form ",
       "learn=A,learn,base; learned=A,learn,past; learnt=A,learn,past; go on=B,go,base"},
  };
  for (const Row& row : rows) {
    const Read result = read(row.value, row.path.empty() ? std::vector<RuleFile>{} : std::vector<RuleFile>{{row.path, row.text}});
    EXPECT_EQ(result.errors, "") << row.value;
    EXPECT_EQ(shown(result.lexicon), row.entries) << row.value;
    std::string columns;
    for (const std::string& column : result.lexicon.columns) columns += column + ' ';
    EXPECT_EQ(columns, row.columns) << row.value;
  }
}

TEST(WordList, ReportsLinesThatDoNotFit) {
  const struct {
    std::string value, path, text, errors;
  } rows[] = {
      {R"({ file = "w.txt" })", "w.txt", "Mr\n Ms\tf\n",
       "w.txt:2:5: error[E108]: an attribute too many: the lexicon 'l' names 0 of them in 'columns'\n   Ms\tf\n     \t^\n"},
      {R"({ file = "w.tsv" })", "w.tsv", "a\tb\nx\ty\tz\n", "w.tsv:2:5: error[E108]: a value too many: the first line names 2 columns\n  x\ty\tz\n   \t \t^\n"},
      {R"({ file = "w.tsv" })", "w.tsv", "k\tform.base\nx\t\n", "w.tsv:2:1: error[E108]: a line without a word\n  x\t\n  ^\n"},
      {R"([3, "", ["a", "b"]])", "", "",
       "a.toml:3:6: error[E103]: 'a word' must be a text, not an integer\n  l = [3, \"\", [\"a\", \"b\"]]\n       ^\n"
       "a.toml:3:10: error[E106]: an empty word\n  l = [3, \"\", [\"a\", \"b\"]]\n           ^\n"
       "a.toml:3:13: error[E106]: a word and at most 0 attributes, as many as 'columns' has, are expected\n"
       "  l = [3, \"\", [\"a\", \"b\"]]\n              ^~~~~~~~~~\n"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(read(row.value, row.path.empty() ? std::vector<RuleFile>{} : std::vector<RuleFile>{{row.path, row.text}}).errors, row.errors) << row.value;
  }
}

TEST(WordList, KnowsWhereEachWordStands) {
  const Read inside = read(R"(["Mr", 'Dr'])");
  EXPECT_EQ(inside.lexicon.entries.at(1).at, (Place{"a.toml", 3, 13}));
  const Read file = read(R"({ file = "w.txt" })", {{"w.txt", "# x\n  Mr\n"}});
  EXPECT_EQ(file.lexicon.entries.at(0).at, (Place{"w.txt", 2, 3}));
}

TEST(WordList, IsLookedForBesideItsRuleFileFirst) {
  Diagnostics diagnostics;
  const RuleSetDefinition rules = parse_rules({{"sub/a.toml", "schema = 1\n[lexicon]\nnear = { file = 'w.txt' }\nfar = { file = 'v.txt' }\n"},
                                               {"sub/w.txt", "beside"},
                                               {"w.txt", "above"},
                                               {"v.txt", "top"}},
                                              diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  ASSERT_EQ(rules.lexicons.size(), 2u);
  EXPECT_EQ(shown(rules.lexicons[0]), "beside");
  EXPECT_EQ(shown(rules.lexicons[1]), "top");
}

TEST(WordList, MayBeGrouped) {
  Diagnostics diagnostics;
  const RuleSetDefinition rules =
      parse_rules({{"a.toml", "schema = 1\n[lexicon]\na.b = ['x']\n[lexicon.c]\nd = { words = ['y'] }\n[lexicon.e]\nwords = ['z']\n"}}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  std::string names;
  for (const LexiconDefinition& lexicon : rules.lexicons) names += lexicon.name + '=' + shown(lexicon) + ' ';
  EXPECT_EQ(names, "a.b=x c.d=y e=z ");
}

TEST(WordList, AddsToOneOfAnotherFile) {
  Diagnostics diagnostics;
  const RuleSetDefinition rules =
      parse_rules({{"mine.toml", "[lexicon]\nverb = { file = 'mine.tsv', more = true }\nrole = { words = ['mason'], more = true }\n"},
                   {"mine.tsv", "kind\tform.base\nk\tmumble\n"},
                   {"z.toml", "schema = 1\n[lexicon]\nverb = { file = 'z.tsv' }\nrole = ['mayor']\n"},
                   {"z.tsv", "lemma\tkind\tform.base\tform.past\nsay\ts\tsay\tsaid\n"}},
                  diagnostics);
  for (const Diagnostic& item : diagnostics.items()) ADD_FAILURE() << render(item);
  std::string all;
  for (const LexiconDefinition& lexicon : rules.lexicons) all += lexicon.name + ": " + shown(lexicon) + '\n';
  EXPECT_EQ(all, "verb: say=say,s,base; said=say,s,past; mumble=,k,base\nrole: mayor; mason\n");
}

TEST(WordList, AddsOnlyWhatFits) {
  const struct {
    std::string more, errors;
  } rows[] = {
      {"{ words = [['a', 'x']], columns = ['kidn'], more = true }",
       "b.toml:2:1: error[E115]: the lexicon 'l', to which this adds, has no column 'kidn'\n  l = { words = [['a', 'x']], columns = ['kidn'], more = true }\n  "
       "^\n  did you mean 'kind'?\n"},
      {"{ words = ['a'], case = 'any', more = true }",
       "b.toml:2:29: error[E106]: words that are added have the 'case' of the lexicon 'l'\n  l = { words = ['a'], case = 'any', more = true }\n                "
       "              ^~~~~\n"},
      {"{ words = ['a'], patterns = true, more = true }",
       "b.toml:2:1: error[E106]: the lexicon 'l', to which this adds, holds words, not patterns\n  l = { words = ['a'], patterns = true, more = true }\n  ^\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(read("{ words = ['b'], columns = ['kind'] }", {{"b.toml", "[lexicon]\nl = " + row.more + '\n'}}).errors, row.errors);
}

Lexicon lexicon_of(std::string casing, std::vector<std::string> words) {
  LexiconDefinition definition;
  definition.name = "l";
  definition.casing = std::move(casing);
  definition.columns = {"kind"};
  for (std::size_t i = 0; i < words.size(); ++i) definition.entries.push_back({words[i], {std::to_string(i)}, {}});
  return Lexicon(std::move(definition));
}

TEST(Lexicon, FindsWordsByItsCasing) {
  const std::vector<std::string> words = {"says", "élu", "Point out", "NATO"};
  const struct {
    std::string word;
    bool exact, initial, any;
  } rows[] = {
      {"says", true, true, true},  {"Says", false, true, true},     {"SAYS", false, false, true},      {"Élu", false, true, true},
      {"ÉLU", false, false, true}, {"Point out", true, true, true}, {"point out", false, false, true}, {"Point Out", false, false, true},
      {"NATO", true, true, true},  {"nato", false, false, true},    {"say", false, false, false},      {"", false, false, false},
  };
  const Lexicon exact = lexicon_of("exact", words);
  const Lexicon initial = lexicon_of("initial", words);
  const Lexicon any = lexicon_of("any", words);
  for (const auto& row : rows) {
    EXPECT_EQ(exact.find(row.word) != nullptr, row.exact) << row.word;
    EXPECT_EQ(initial.find(row.word) != nullptr, row.initial) << row.word;
    EXPECT_EQ(any.find(row.word) != nullptr, row.any) << row.word;
  }
}

TEST(Lexicon, GivesAttributesOfTheFirstEntry) {
  const Lexicon lexicon = lexicon_of("initial", {"found", "saw", "found"});
  const LexiconEntry* entry = lexicon.find("Found");
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(lexicon.attribute(*entry, "kind"), "0");
  EXPECT_EQ(lexicon.attribute(*entry, "lemma"), "");
}

TEST(Lexicon, KnowsItsLongestPhrase) {
  const Lexicon lexicon = lexicon_of("initial", {"point", "point out to", "Point of order now", "speak", "Lee's", "St. Ann", "'s own", "Bo-Li, Sons & Co"});
  const struct {
    std::string word;
    std::uint32_t longest;
  } rows[] = {{"point", 3}, {"Point", 4}, {"speak", 1}, {"Speak", 1}, {"out", 0}, {"Lee", 2}, {"St", 2}, {"'s", 2}, {"Bo-Li", 3}};
  for (const auto& row : rows) EXPECT_EQ(lexicon.longest_from(row.word), row.longest) << row.word;
}

}  // namespace
}  // namespace onrecord
