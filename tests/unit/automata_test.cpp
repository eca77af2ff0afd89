#include "onrecord/rules/automata.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "onrecord/rules/image.h"
#include "onrecord/rules/regex.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/rules/regex_syntax.h"

namespace onrecord {
namespace {

Regex compiled(const std::string& pattern, bool ignore_case = false) {
  RegexError error;
  auto regex = Regex::compile(pattern, ignore_case, error);
  EXPECT_TRUE(regex) << pattern << ": " << error.message;
  return std::move(*regex);
}

/// "0-5 2-3 -": the groups, one behind the other; "no match".
std::string groups_of(bool matched, const std::vector<Span>& groups) {
  if (!matched) return "no match";
  std::string result;
  for (const Span group : groups) { result += group == no_match ? "- " : std::to_string(group.begin) + '-' + std::to_string(group.end) + ' '; }
  return result;
}

/// All that a regex says of a text, from whichever place it is searched.
std::string answers(const Regex& regex, const std::string& text, RegexEngine engine) {
  std::vector<Span> groups;
  bool matched = regex.match_start(text, groups, engine);
  std::string result = "start: " + groups_of(matched, groups) + (regex.found_in(text, engine) ? "found; " : "absent; ");
  for (std::uint32_t from = 0; from <= text.size(); ++from) {
    if (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) continue;  // within a character
    matched = regex.search(text, from, groups, engine);
    result += std::to_string(from) + ": " + groups_of(matched, groups) + "; ";
  }
  return result;
}

const char* const patterns[] = {
    "(?P<a>a+)(?P<b>a*)",
    "(?P<a>a+?)(?P<b>a*)",
    "(?P<a>a|ab)(?P<b>c|bcd)?(?P<c>d*)",
    "(?:(?P<a>a)|(?P<b>b))*c?",
    "(?P<a>[^b]+)b(?P<b>.*)",
    "(?P<a>(?:x?y){2,3})(?P<b>.*)",
    "(?P<a>é+|’)(?P<b>[^é]?)",
    "\\b(?P<a>[a-z]+)\\b(?P<b> |$)",
    "^(?P<a>.*)\\B(?P<b>c)",
    "(?P<a>(?i:ab|Ks))(?P<b>.)",
    "(?P<a>a{0,3}?)(?P<b>[\\w.-]+)",
    "(?P<a>\\x{E9}|\\x27)(?P<b>\\W?)",
    "(?P<a>(?:a|ab)(?:c|bcd))(?P<b>d*)",
    "(?:^|, )(?P<a>\\d{1,2})(?:, (?P<b>x))?\\z",
    "a|ab|abc",
    "(?:a|b)+c",
    "\\b(?:a|ks)\\b",
    "c$",
    "[^a-c ]+",
    "x*",
    "^",
    "\\z",
    "\\ba\\b|\\Bc",
    ".\\n?",
    "(?i:k)|’",
    "(?i:[\\w.]+@)",
    "(?i:[^\\w.])x",
    // What begins a match at few places: behind a comma, with a word, where the text does.
    ", (?P<a>[a-d]+)(?P<b> [a-d]*)?",
    "(?:^|, )(?P<a>[^,]*?)(?P<b>c|x)",
    "\\b(?P<a>[a-dx]+)(?P<b>’?s|\\.)",
    "(?:^[^a]|\\b(?P<a>a)|(?P<b>’))\\w*c",
    "(?:\\b[ax]-?|[AK])(?P<a>[a-d])+",
    "(?:(?P<a>a|b)|(?P<b>, )){2}x?",
    "(?:(?P<a>[a-d])|, )*?(?P<b>x)",
    // Alternatives that begin in the same way, and others between them that may, or may not, be passed over.
    "(?P<a>abc|ab|abd|b|a)(?P<b>.*)",
    "(?P<a>ab|c|ad|cx|a)(?P<b>[a-d]?)",
    "(?P<a>ab|[a-c]|ac|ba)(?P<b>.?)",
    "(?P<a>ab||ac)(?P<b>c?)",
    "(?:ab(?P<a>c)|abd?(?P<b>x)|abdy)",
    "(?P<a>\\bab|\\bac|\\b|\\bad)(?P<b>.?)",
    "(?:(?:a|b|(?:ab|ac)|d)+)(?P<b>x)?",
    "(?P<a>(?i:ks|Ka|kx))(?P<b>a|b|c|d)",
    "(?P<a>é|a|’|aé|[a-c]b|a’)(?P<b>y?)",
    "^|(?P<a>bd)",
    "^(?P<a>b*)|(?P<b>dx)",
    // Loops that go on in the same way.
    "(?P<a>a[bc]*d|b[bc]*d|c[bc]*?d)(?P<b>x*)",
    "(?:(?P<a>a)b*c|(?P<b>x)b*c|ab*d)",
    "(?P<a>(?:a[xy]*)*b|[xy]*b)(?P<b>c?)",
    "(?:(?P<a>a+)|(?P<b>(?:b+a+)+)|a+b)+c",
};

/// Texts of a few letters that the patterns tell apart.
std::vector<std::string> random_texts(int count) {
  std::mt19937 random(7);
  const char* const letters[] = {"a", "b", "c", "d", "x", "y", "é", "’", " ", "K", "s", "A", "1", ",", ", ", ".", "\n", "K", "ſ"};
  std::vector<std::string> texts(static_cast<std::size_t>(count));
  for (std::string& text : texts) {
    for (std::size_t length = random() % 12; length > 0; --length) text += letters[random() % std::size(letters)];
  }
  return texts;
}

TEST(Automata, AgreeWithRe2) {
  for (const char* pattern : patterns) {
    const Regex regex = compiled(pattern);
    ASSERT_TRUE(parse_regex(pattern, false)) << pattern;
    for (const std::string& text : random_texts(400)) {
      EXPECT_EQ(answers(regex, text, RegexEngine::automata), answers(regex, text, RegexEngine::re2)) << pattern << " on " << text;
    }
  }
}

// What an image holds is only part of the states that the texts ask for.
TEST(Automata, ReadFromAnImageAgreeWithRe2) {
  const std::vector<std::string> texts = random_texts(200);
  for (const char* pattern : patterns) {
    Regex seen = compiled(pattern);
    for (std::size_t i = 0; i < 20; ++i) answers(seen, texts[i], RegexEngine::automata);
    ImageWriter writer;
    seen.write_automata(writer);
    const std::string bytes = writer.take();
    std::vector<std::uint64_t> image((bytes.size() + 7) / 8);
    std::memcpy(image.data(), bytes.data(), bytes.size());

    Regex regex = Regex::known(pattern, false);
    regex.use_automata({reinterpret_cast<const char*>(image.data()), bytes.size()});
    for (const std::string& text : texts) {
      EXPECT_EQ(answers(regex, text, RegexEngine::automata), answers(regex, text, RegexEngine::re2)) << pattern << " on " << text;
    }
  }
}

// Far more characters than a way through a text is kept for, and texts that begin a match at every comma but end none.
TEST(Automata, AgreeWithRe2OnLongTexts) {
  std::string commas, letters;
  for (int i = 0; i < 3000; ++i) commas += "a, ";
  for (int i = 0; i < 40000; ++i) letters += i % 7 == 0 ? "é" : "ab";
  const std::string texts[] = {commas, commas + "x", letters, letters + ", abc x", ", " + letters + "x"};
  for (const char* pattern : {", (?P<a>[^x]*)x(?P<b>.?)", "(?P<a>b)(?P<b>[abé]*)$", "(?:^|, )(?P<a>[ab]{2,9})(?P<b>c?)", "^(?P<a>[abé]+)(?P<b>, abc)?"}) {
    const Regex regex = compiled(pattern);
    for (const std::string& text : texts) {
      std::vector<Span> groups, plain;
      for (const std::uint32_t from : {0U, 5U}) {
        const bool found = regex.search(text, from, groups), plainly = regex.search(text, from, plain, RegexEngine::re2);
        EXPECT_EQ(groups_of(found, groups), groups_of(plainly, plain)) << pattern << " from " << from << " of " << text.size() << " bytes";
      }
    }
  }
}

TEST(Automata, FindWhatEndsWithTheText) {
  const Regex regex = compiled("(?:(?P<a>[a-z]+) (?P<b>[a-z]+) )\\z");
  std::vector<Span> groups;
  ASSERT_TRUE(regex.match_end("One two three ", groups));
  EXPECT_EQ(groups, (std::vector<Span>{{4, 14}, {4, 7}, {8, 13}}));
  std::vector<Span> plain;
  ASSERT_TRUE(regex.match_end("One two three ", plain, RegexEngine::re2));
  EXPECT_EQ(groups, plain);
  EXPECT_FALSE(regex.match_end("One two three", groups));
}

TEST(Automata, LeaveWhatIsTooLargeToRe2) {
  std::string pattern = "^";
  for (int i = 0; i < 40; ++i) pattern += std::string(1, i % 2 == 0 ? 'a' : 'b') + "{1000}";
  EXPECT_EQ(Automata::build(pattern, false, false), nullptr);
}

std::size_t instructions_of(const char* pattern) { return RegexProgram(*parse_regex(pattern, false)).instructions().size(); }

TEST(RegexProgram, SharesWhatAlternativesBeginWith) {
  EXPECT_EQ(instructions_of("said|says|saying|saw"), instructions_of("sa(?:id|y(?:s|ing)|w)"));
  EXPECT_EQ(instructions_of("ab|c|ad"), instructions_of("a[bd]|c"));
  EXPECT_EQ(instructions_of("a|b|c"), instructions_of("[a-c]"));
}

TEST(RegexProgram, HasLoopsThatGoOnInTheSameWayOnce) {
  EXPECT_EQ(instructions_of("ax*b|cdx*b"), instructions_of("(?:a|cd)x*b"));
  EXPECT_EQ(instructions_of("(?:a(?: x)*| y(?: x)*) z"), instructions_of("(?:a| y)(?: x)* z"));
  EXPECT_GT(instructions_of("ax*b|cx*?b"), instructions_of("[ac]x*b"));  // they end where others do
}

TEST(Automata, KnowWhatTheyDoNotKnow) {
  for (const char* pattern : {"\\p{Lu}", "(?:a?)*", "(?s:.)", "\\Qa\\E", "[[:alpha:]]", "(?i:é)"}) EXPECT_FALSE(parse_regex(pattern, false)) << pattern;
  // What is no regex is left to RE2, which tells what is wrong.
  for (const char* pattern : {"a**", "a?+", "a{2}{3}", "a{2}*", "a{5,2}", "\\x{100000041}", "\\x{110000}"})
    EXPECT_FALSE(parse_regex(pattern, false)) << pattern;
  for (const char* pattern : {"(?:a*)*b", "a*?", "a{2}?", "(?:a{2}){3}", "a{2,2}", "a{,2}*", "\\x{10FFFF}"})
    EXPECT_EQ(parse_regex(pattern, false).has_value(), pattern != std::string_view("(?:a*)*b")) << pattern;
  const auto nested = [](int depth) { return std::string(depth, '(') + "a" + std::string(depth, ')'); };
  EXPECT_TRUE(parse_regex(nested(400), false));
  EXPECT_FALSE(parse_regex(nested(100000), false));
}

}  // namespace
}  // namespace onrecord
