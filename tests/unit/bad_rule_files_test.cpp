#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "onrecord/rules/definition.h"

namespace onrecord {
namespace {

/// What `parse_rules` says of the files, as the terminal shows it.
std::string errors_of(std::vector<RuleFile> files) {
  Diagnostics diagnostics;
  parse_rules(std::move(files), diagnostics);
  diagnostics.sort_by_place();
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.items()) text += render(diagnostic);
  return text;
}

struct BadFile {
  std::string text;  // of the file a.toml, behind a first line `schema = 1`
  std::string expected;
};

const BadFile bad_files[] = {
    {"id = [1,\n",
     "a.toml:2:9: error[E100]: Error while parsing array: encountered end-of-file\n"
     "  id = [1,\n"
     "          ^\n"},
    {"[types.person]\nfields = { name = \"span\" }\n",
     "a.toml:2:2: error[E102]: unknown key 'types' in a rule file\n"
     "  [types.person]\n"
     "   ^~~~~\n"
     "  did you mean 'type'?\n"},
    {"[type.person]\nzzzzzz = 1\n",
     "a.toml:3:1: error[E102]: unknown key 'zzzzzz' in a type\n"
     "  zzzzzz = 1\n"
     "  ^~~~~~\n"
     "  it takes: doc, export, fields, unique\n"},
    {"[type.person]\nexport = \"yes\"\n",
     "a.toml:3:10: error[E103]: 'export' must be true or false, not a text\n"
     "  export = \"yes\"\n"
     "           ^~~~~\n"},
    {"[type.person]\nfields = { name = \"spam\", rank = \"choice:\", lemma = \"text:a\" }\n",
     "a.toml:3:19: error[E106]: 'spam' is no kind of field\n"
     "  fields = { name = \"spam\", rank = \"choice:\", lemma = \"text:a\" }\n"
     "                    ^~~~~~\n"
     "  it is \"span\", \"text\" or \"choice:a|b\"; \"span?\", \"text?\" or \"choice?:a|b\" where it may be missing\n"
     "a.toml:3:34: error[E106]: 'choice:' is no kind of field\n"
     "  fields = { name = \"spam\", rank = \"choice:\", lemma = \"text:a\" }\n"
     "                                   ^~~~~~~~~\n"
     "  it is \"span\", \"text\" or \"choice:a|b\"; \"span?\", \"text?\" or \"choice?:a|b\" where it may be missing\n"
     "a.toml:3:53: error[E106]: 'text:a' is no kind of field\n"
     "  fields = { name = \"spam\", rank = \"choice:\", lemma = \"text:a\" }\n"
     "                                                      ^~~~~~~~\n"
     "  it is \"span\", \"text\" or \"choice:a|b\"; \"span?\", \"text?\" or \"choice?:a|b\" where it may be missing\n"},
    {"[type.person]\nfields = { span = \"span\" }\n",
     "a.toml:3:12: error[E106]: 'span' cannot name a field\n"
     "  fields = { span = \"span\" }\n"
     "             ^~~~\n"
     "  letters, digits and '_'; not 'span' and 'type', which every annotation has\n"},
    {"[[layer]]\nname = \"names\"\nunit = \"sentense\"\n",
     "a.toml:4:8: error[E106]: 'sentense' is no value of 'unit': line, sentence, document\n"
     "  unit = \"sentense\"\n"
     "         ^~~~~~~~~~\n"
     "  did you mean 'sentence'?\n"},
    {"[[layer]]\nname = \"a\"\nunit = \"line\"\nfollows = \"b\"\n[[layer]]\nname = \"b\"\nunit = \"line\"\nfollows = \"a\"\n",
     "a.toml:5:12: error[E106]: layer 'a' follows 'b', which follows it in turn or hangs on what does\n"
     "  follows = \"b\"\n"
     "             ^\n"
     "a.toml:9:12: error[E106]: layer 'b' follows 'a', which follows it in turn or hangs on what does\n"
     "  follows = \"a\"\n"
     "             ^\n"},
    {"[[layer]]\nname = \"walks\"\nunit = \"line\"\n[[layer]]\nname = \"b\"\nunit = \"line\"\nfollows = \"walk\"\n",
     "a.toml:8:12: error[E120]: layer 'b' follows 'walk', which is no layer\n"
     "  follows = \"walk\"\n"
     "             ^~~~\n"
     "  did you mean 'walks'?\n"},
    {"off = [\"walk.fro\"]\n[type.walk]\n[[layer]]\nname = \"l\"\nunit = \"line\"\n[[rule]]\nid = \"walk.from\"\nlayer = \"l\"\nemits = \"walk\"\nmatch = "
     "'x'\n",
     "a.toml:2:9: error[E120]: no rule is called 'walk.fro'\n"
     "  off = [\"walk.fro\"]\n"
     "          ^~~~~~~~\n"
     "  did you mean 'walk.from'?\n"},
    {"[lexicon]\nrolle = { words = [\"mason\"], more = true }\nrole = [\"mayor\"]\n",
     "a.toml:3:1: error[E120]: no lexicon is called 'rolle'\n"
     "  rolle = { words = [\"mason\"], more = true }\n"
     "  ^~~~~\n"
     "  did you mean 'role'?\n"},
    {"[fragment]\nca-p = 'x'\n",
     "a.toml:3:1: error[E106]: 'ca-p' cannot name a fragment\n"
     "  ca-p = 'x'\n"
     "  ^~~~\n"
     "  names are made of letters, digits and '_'; ids and lexicons may have '.' too\n"},
    {"[lexicon]\nrole = { fil = \"x\", words = [\"a\"] }\n",
     "a.toml:3:10: error[E102]: unknown key 'fil' in a lexicon\n"
     "  role = { fil = \"x\", words = [\"a\"] }\n"
     "           ^~~\n"
     "  did you mean 'file'?\n"},
    {"[lexicon]\nrole = \"mayor\"\n",
     "a.toml:3:8: error[E103]: lexicon 'role' must be an array of words or a table, not a text\n"
     "  role = \"mayor\"\n"
     "         ^~~~~~~\n"},
    {"[lexicon]\nrole = { case = \"any\" }\n",
     "a.toml:3:8: error[E104]: lexicon 'role' needs either 'words' or 'file'\n"
     "  role = { case = \"any\" }\n"
     "         ^~~~~~~~~~~~~~~~\n"},
    {"[lexicon]\nrole = { file = \"lexicon/role.txt\" }\n",
     "a.toml:3:17: error[E107]: no word list 'lexicon/role.txt'\n"
     "  role = { file = \"lexicon/role.txt\" }\n"
     "                  ^~~~~~~~~~~~~~~~~~\n"
     "  did you mean 'lexicon/roles.txt'?\n"},
    {"[[rule]]\nid = \"a.b\"\nlayer = \"x\"\nemmits = \"person\"\nmatch = 'é'\n",
     "a.toml:2:1: error[E104]: a rule without 'emits'\n"
     "  [[rule]]\n"
     "  ^~~~~~~~\n"
     "a.toml:5:1: error[E102]: unknown key 'emmits' in a rule\n"
     "  emmits = \"person\"\n"
     "  ^~~~~~\n"
     "  did you mean 'emits'?\n"},
    {"[[rule]]\nid = \"a.b\"\nlayer = \"x\"\nemits = \"y\"\n",
     "a.toml:2:1: error[E109]: a rule without a pattern: it needs 'match', 'any' or 'words'\n"
     "  [[rule]]\n"
     "  ^~~~~~~~\n"},
    {"[[rule]]\nid = \"a.b\"\nlayer = \"x\"\nemits = \"y\"\nmatch = 'a'\nany = ['b']\n",
     "a.toml:2:1: error[E109]: only one of 'match', 'any' and 'words' can stand in a rule\n"
     "  [[rule]]\n"
     "  ^~~~~~~~\n"},
    {"[[rule]]\nid = \"a.b\"\nlayer = \"x\"\nemits = \"y\"\nmatch = 'é'  # é\nset = { é = 1 }\n",
     "a.toml:7:9: error[E100]: Error while parsing inline table: expected key or closing '}', saw 'é'\n"
     "  set = { é = 1 }\n"
     "          ^\n"},
    {"[[rule]]\nid = \"a.b\"\nlayer = \"x\"\nemits = \"y\"\nmatch = 'a'\nset = { \"é\" = \"é\", b = 1 }\n",
     "a.toml:7:26: error[E103]: 'b' must be a text, not an integer\n"
     "  set = { \"é\" = \"é\", b = 1 }\n"
     "                         ^\n"},
    {"[[rule]]\nid = \"a.b\"\nlayer = \"x\"\nemits = \"y\"\nmatch = 'a'\nlimit = { name = 0, role = { word = 3 } }\nconfidence = 3\npriority = 2.5\n",
     "a.toml:7:18: error[E106]: 'name' must be at least 1\n"
     "  limit = { name = 0, role = { word = 3 } }\n"
     "                   ^\n"
     "a.toml:7:30: error[E102]: unknown key 'word' in a limit\n"
     "  limit = { name = 0, role = { word = 3 } }\n"
     "                               ^~~~\n"
     "  did you mean 'words'?\n"
     "a.toml:8:14: error[E106]: 'confidence' must be from 0 to 1\n"
     "  confidence = 3\n"
     "               ^\n"
     "a.toml:9:12: error[E103]: 'priority' must be an integer, not a number\n"
     "  priority = 2.5\n"
     "             ^~~\n"},
    {"[[rule]]\nid = \"a.b\"\nlayer = \"x\"\nemits = \"y\"\nmatch = 'a'\ntest = [{ text = \"t\" }, { text = 3, expect = [{ name = 1.5 }] }]\n",
     "a.toml:7:9: error[E104]: a test without 'expect'\n"
     "  test = [{ text = \"t\" }, { text = 3, expect = [{ name = 1.5 }] }]\n"
     "          ^~~~~~~~~~~~~~\n"
     "a.toml:7:34: error[E103]: 'text' must be a text, not an integer\n"
     "  test = [{ text = \"t\" }, { text = 3, expect = [{ name = 1.5 }] }]\n"
     "                                   ^\n"
     "a.toml:7:56: error[E103]: 'name' must be a text, not a number\n"
     "  test = [{ text = \"t\" }, { text = 3, expect = [{ name = 1.5 }] }]\n"
     "                                                         ^~~\n"},
    {"[[rule]]\nid = \"a.b\"\nlayer = \"x\"\nemits = \"y\"\nmatch = 'a'\n[[rule]]\nid = \"a.b\"\nlayer = \"x\"\nemits = \"y\"\nmatch = 'a'\n",
     "a.toml:8:7: error[E105]: rule 'a.b' is defined twice\n"
     "  id = \"a.b\"\n"
     "        ^~~\n"
     "a.toml:3:7: note: it stands here, too\n"
     "  id = \"a.b\"\n"
     "        ^~~\n"},
};

TEST(BadRuleFiles, ReportsWhatIsWrongInAFile) {
  for (const BadFile& file : bad_files) {
    EXPECT_EQ(errors_of({{"a.toml", "schema = 1\n" + file.text}, {"lexicon/roles.txt", "mayor\n"}}), file.expected) << file.text;
  }
}

TEST(BadRuleFiles, ReportsAllFilesInOneRun) {
  EXPECT_EQ(errors_of({{"c.toml", "[fragment]\ncap = 'x'\ncup = 3\n"}, {"b.toml", "x = \n"}, {"a.toml", "schema = 1\n[fragment]\ncap = 'x'\n"}}),
            "b.toml:1:5: error[E100]: Error while parsing key-value pair: expected value, saw '\\n'\n"
            "  x = \n"
            "      ^\n"
            "c.toml:2:1: error[E105]: fragment 'cap' is defined twice\n"
            "  cap = 'x'\n"
            "  ^~~\n"
            "  all files are one set: name the other one without defining it again, or give this one another name\n"
            "a.toml:3:1: note: it stands here, too\n"
            "  cap = 'x'\n"
            "  ^~~\n"
            "c.toml:3:7: error[E103]: 'cup' must be a text, not an integer\n"
            "  cup = 3\n"
            "        ^\n");
}

TEST(BadRuleFiles, BlamesTheAddedFileForWhatStandsTwice) {
  const std::string layer = "[[layer]]\nname = \"l\"\nunit = \"line\"\n", rule = "[[rule]]\nid = \"r.r\"\nlayer = \"l\"\nemits = \"t\"\nmatch = 'x'\n";
  const std::vector<std::string> parts = {"[type.t]\n", layer, rule, "[fragment]\nf = 'x'\n", "[lexicon]\nw = [\"x\"]\n", "[cut.c]\nmatch = 'x'\n"};
  for (const std::string& part : parts) {
    Diagnostics found;
    const RuleSetDefinition kept = parse_rules({{"a.toml", part, true}, {"b.toml", "schema = 1\n" + part}}, found);
    ASSERT_EQ(found.items().size(), 1U) << part;
    EXPECT_EQ(found.items().front().file, "a.toml") << part;
    EXPECT_EQ(found.items().front().notes.front().file, "b.toml") << part;
    EXPECT_EQ(kept.types.size() + kept.layers.size() + kept.rules.size() + kept.fragments.size() + kept.lexicons.size() + kept.cuts.size(), 1U) << part;
  }
}

TEST(BadRuleFiles, WantsASchemaThatItKnows) {
  EXPECT_EQ(errors_of({{"a.toml", "[fragment]\n"}, {"b.toml", ""}}),
            "a.toml:1:1: error[E101]: none of the rule files says for which version of the language it is written\n"
            "  [fragment]\n"
            "  ^\n"
            "  write 'schema = 1' in its first line\n");
  EXPECT_EQ(errors_of({{"a.toml", "[fragment]\n"}, {"b.toml", "schema = 1"}}), "");
  EXPECT_EQ(errors_of({{"a.toml", "schema = 2\n"}}),
            "a.toml:1:10: error[E101]: schema 2 is not known: this version reads schema 1\n"
            "  schema = 2\n"
            "           ^\n");
  EXPECT_EQ(errors_of({}), "error[E101]: no rule file: files that end in .toml are expected\n");
}
}  // namespace
}  // namespace onrecord
