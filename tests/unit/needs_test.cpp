#include "onrecord/rules/needs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "onrecord/rules/pattern.h"
#include "onrecord/rules/regex.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

const Lexicon pronouns({}, 3), joiners({}, 4);

ViewVocabulary vocabulary() {
  ViewVocabulary result;
  result.masks = {{"cue", 7, {}}, {"quotation", 8, {}}};
  result.tags = {&pronouns, &joiners};
  return result;
}

Needs needs(const std::string& pattern, bool ignore_case = false) {
  const auto root = parse_regex(pattern, ignore_case);
  EXPECT_TRUE(root) << pattern;
  return root ? in_vocabulary(needs_of(*root), vocabulary()) : Needs{};
}

SymbolSet symbols(const std::string& text) {
  SymbolSet result;
  result.add_text(text);
  return result;
}

TEST(SymbolSet, FoldsLettersOfAsciiAndKeepsOthersApart) {
  SymbolSet small;
  small.add_character('q');
  EXPECT_TRUE(symbols("Quay").meets(small));
  EXPECT_FALSE(symbols("Pier").meets(small));
  SymbolSet dash;
  dash.add_character(0x2014);
  EXPECT_TRUE(symbols("pier \u2014 quay").meets(dash));
  EXPECT_FALSE(symbols("pier \u2013 quay").meets(dash));
  SymbolSet type, lexicon;
  type.add_type(3);
  lexicon.add_lexicon(3);
  EXPECT_FALSE(type.meets(lexicon));
  EXPECT_TRUE(SymbolSet::everything().meets(type));
  EXPECT_FALSE(SymbolSet().meets(SymbolSet::everything()));
}

// Blocks of ASCII are read in another way than the rest.
TEST(SymbolSet, HoldsEveryCharacterWhereverItStands) {
  for (const std::string character : {"q", "~", "\u00E9", "\u2014", "\U0001F600"}) {
    for (std::size_t before = 0; before < 40; ++before) {
      for (const std::size_t behind : {0, 1, 15, 16, 17}) {
        const std::string text = std::string(before, 'a') + character + std::string(behind, 'b');
        SymbolSet expected;
        if (before > 0) expected.add_character('a');
        if (behind > 0) expected.add_character('b');
        expected.add_character(character_at(character, 0).code);
        EXPECT_EQ(symbols(text), expected) << text;
      }
    }
  }
}

TEST(Needs, AreMetByEveryTextThatMatches) {
  const struct {
    std::string pattern, text;
    bool ignore_case;
  } rows[] = {
      {"[;:] (?P<cut>x|[jz]+)", "a; zj", false},
      {"(?:January|June) [0-9]{1,2}", "on June 3", false},
      {"QUIZ|Jazz", "a quiz", true},
      {"k", "\u212A", true},
      {"(?:; )?quay", "the quay", false},
      {"[^a-z]", "\u2014", false},
      {"[\\x{2010}-\\x{2015}] ?[a-z]+$", "pier \u2014 quay", false},
      {"(?:a|b|)c", "c", false},
      {"(?:;|[a-z])+", "abc", false},
  };
  for (const auto& row : rows) {
    ASSERT_TRUE(Regex::known(row.pattern, row.ignore_case).found_in(row.text)) << row.pattern;
    EXPECT_TRUE(needs(row.pattern, row.ignore_case).met_by(symbols(row.text))) << row.pattern;
  }
}

TEST(Needs, AreNotMetByATextThatLacksSomething) {
  const struct {
    std::string pattern, text;
  } rows[] = {
      {"[^;]*;", "no semicolon, no match."},
      {"(?:;|\\?) x", "neither mark"},
      {"(?:[a-z]+ )*[$%][0-9]", "no money 5"},
      {"(?:[a-z]+ )*[$%][0-9]", "no number $"},
  };
  for (const auto& row : rows) EXPECT_FALSE(needs(row.pattern).met_by(symbols(row.text))) << row.pattern;
}

TEST(Needs, SpeakOfMaskedTypesAndTaggedWords) {
  const Needs wanted = needs("\\x{E001}[\\x{F001}][0-9]+\\x{F8FF} (?:\\x{E800}|\\x{E801})[a-z]+");
  SymbolSet present = symbols("a1 b");
  EXPECT_FALSE(wanted.met_by(present));
  present.add_type(8);
  EXPECT_FALSE(wanted.met_by(present));
  present.add_lexicon(4);
  EXPECT_TRUE(wanted.met_by(present));
}

TEST(Needs, SayNothingOfWhatTextsHoldAnyway) {
  EXPECT_EQ(needs("[a-z]+ [^;]*"), Needs{});
  EXPECT_EQ(needs("(?:;)?"), Needs{});
}

TEST(AllNeeds, SayOfEachPatternWhatItsNeedsSay) {
  const std::vector<std::string> patterns = {"q", "[a-z]+", "z.*;", "\\x{E800}he|\\x{E001}", "x?", ";.*[jz].*\\x{E801}"};
  std::vector<Needs> all;
  for (int i = 0; i < 70; ++i) all.push_back(needs(patterns[static_cast<std::size_t>(i) % patterns.size()]));
  std::vector<const Needs*> pointers;
  for (const Needs& one : all) pointers.push_back(&one);
  const AllNeeds together(pointers);
  for (const std::string text : {"", "q", "zq;", "; j", "quay"}) {
    SymbolSet present = symbols(text);
    for (int round = 0; round < 3; ++round) {
      std::vector<std::uint64_t> bits(2, ~std::uint64_t{0});
      together.keep_met(present, bits);
      for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ((bits[i / 64] >> i % 64 & 1) != 0, all[i].met_by(present)) << text << ' ' << i;
      if (round == 0) present.add_lexicon(4);
      else present.add_type(8);
    }
  }
}

}  // namespace
}  // namespace onrecord
