#include "onrecord/check/check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "onrecord/check/codes.h"
#include "onrecord/rules/rule_errors.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

/// A set with something of everything, small enough to be checked often.
const std::vector<RuleFile> small_set = {
    {"a.toml", R"(schema = 1
[type.thing]
doc = "Something"
export = true
fields = { name = "span", of = "span?", size = "choice?:large|small", lemma = "text?" }
unique = "name"
[type.mark]
fields = { text = "span" }
[[layer]]
name = "marks"
unit = "line"
pick = "first"
[[layer]]
name = "things"
unit = "sentence"
mask = ["mark"]
tags = ["owner"]
[fragment]
cap = '''[A-Z\x{C0}-\x{DE}][a-z]+'''
mill = '{cap}(?: {cap})* mill'
[lexicon]
owner = { file = "lexicon/owners.txt", columns = ["kind"], case = "exact" }
verbs = { file = "lexicon/verbs.tsv" }
place.names = ["Bath", "Ely"]
[cut.relative]
match = ', (?:which|who)'
)"},
    {"b.toml", R"([[rule]]
id = "mark.star"
layer = "marks"
emits = "mark"
match = '(?P<text>\*+)'
test = [{ text = "* a", expect = [{ text = "*" }] }, { text = "a", expect = [] }]
[[rule]]
id = "thing.mill"
doc = "é“” mill"
layer = "things"
emits = "thing"
x = true
any = [
  '{mill:name} {_} of {_} {owner:of}',
  '''{@mark} {_} (?P<name> {place.names} {_} {verbs[form=s]} )   # ein großer
  '''
]
set = { size = "large" }
not = { name = '^The', of = "lexicon:place.names" }
limit = { name = 80, of = { words = 3 } }
until = { name = ["relative"] }
not_left = 'x'
yields = ["thing.word"]
allow = ["W203"]
why = "names are long"
[[rule.test]]
text = "The Old Mill of Lee."
expect = []
[[rule]]
id = "thing.word"
layer = "things"
emits = "thing"
words = "verbs"
)"},
    {"lexicon/owners.txt", "Lee\tperson\nKöln\ttown  # a town\n"},
    {"lexicon/verbs.tsv", "class\tform.base\tform.s\nmove\tturn\tturns|twirls\n"},
};

/// Changes a text in one of the ways in which people and editors do.
class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}

  void mutate(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    switch (below(6)) {
      case 0: text.erase(at, 1 + below(8)); break;
      case 1: text.erase(at, below(200)); break;
      case 2: text.insert(at, text.substr(below(text.size() + 1), below(60))); break;
      case 3:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      case 4: text.resize(at); break;
      default: text.insert(at, pieces[below(std::size(pieces))]);
    }
  }

  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

 private:
  static constexpr const char* pieces[] = {"'",       "\"",        "'''",        "[",      "]",        "{",   "}",  "(", ")",
                                           "(?=",     "(?P<name>", "{@mark}",    "{mill}", "{cap:of}", "\\b", "\\", "|", "*",
                                           "{1,999}", "= 1",       "[[rule]]\n", "é",      "\xFF",     "\t",  "\n", "#", "anchor = \"owner\"\n",
                                           "[_a=b]",  "{_}"};
  std::mt19937 random_;
};

/// What must hold of a report, whatever was checked.
void expect_sound(const CheckedRules& checked) {
  for (const Diagnostic& finding : checked.found.items()) {
    const std::string text = render(finding);
    EXPECT_NE(find_check_code(finding.code), nullptr) << text;
    EXPECT_EQ(finding.code.starts_with('E'), finding.severity == Severity::error) << text;
    EXPECT_FALSE(finding.message.empty()) << text;
    if (finding.file.empty()) continue;
    const auto& files = checked.definition.files;
    const auto file = std::find_if(files.begin(), files.end(), [&](const RuleFile& f) { return f.path == finding.file; });
    ASSERT_NE(file, files.end()) << text;
    const auto lines = static_cast<std::uint32_t>(std::count(file->text.begin(), file->text.end(), '\n')) + 1;
    EXPECT_TRUE(finding.line >= 1 && finding.line <= lines) << text;
    EXPECT_TRUE(finding.column >= 1 && finding.column <= line_of(file->text, finding.line).size() + 1) << text;
  }
}

TEST(Check, SmallSetIsSound) {
  const CheckedRules checked = check_rules(small_set, {"W220", "W221"});
  std::string text;
  for (const Diagnostic& finding : checked.found.items()) text += render(finding);
  EXPECT_EQ(checked.found.errors(), 0u) << text;
}

TEST(Check, ReportsOnAnythingThatMayStandInRuleFiles) {
  constexpr std::uint32_t rounds = 400;
  std::size_t refused = 0;
  for (std::uint32_t seed = 0; seed < rounds; ++seed) {
    SCOPED_TRACE(seed);
    Mutator mutator(seed);
    std::vector<RuleFile> files = small_set;
    for (std::size_t changes = 1 + mutator.below(3); changes > 0; --changes) mutator.mutate(files[mutator.below(files.size())].text);
    const CheckedRules checked = check_rules(files, {});
    expect_sound(checked);
    refused += checked.found.has_errors() ? 1 : 0;
    Diagnostics loading;
    const bool loads = RuleSet::load(files, loading).has_value();
    EXPECT_TRUE(loads || checked.found.has_errors()) << render(loading.items().front());
  }
  EXPECT_GT(refused, rounds / 3);
  EXPECT_LT(refused, rounds);
}

TEST(Check, EachCodeIsExplainedOnceAndInOrder) {
  std::string before;
  for (const CodeDescription& code : check_codes()) {
    EXPECT_LT(before, code.code);
    EXPECT_FALSE(code.title.empty()) << code.code;
    EXPECT_GT(code.text.size(), code.title.size()) << code.code;
    before = code.code;
  }
}

}  // namespace
}  // namespace onrecord
