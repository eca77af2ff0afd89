#include "onrecord/rules/word_lexicons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "onrecord/extract/matching/lexicon_bits.h"
#include "test_rules.h"

namespace onrecord {
namespace {

constexpr std::array<const char*, 6> some_lexicons = {"determiner", "finite", "title", "place_name", "first_name", "status.negation"};
constexpr std::array<const char*, 14> some_words = {"", "the", "The", "THE", "was", "Was", "not", "Not", "Mrs", "mrs", "Lisbon", "lisbon", "Ann", "\u00C9va"};

TEST(LexiconBits, SayTheSameAsAskingEachLexicon) {
  const RuleSet& rules = testing::standard_rules();
  std::array<const Lexicon*, some_lexicons.size() + 1> lexicons{};  // the last is none
  for (std::size_t i = 0; i < some_lexicons.size(); ++i) lexicons[i] = rules.lexicon(some_lexicons[i]);
  const LexiconBits bits(rules, lexicons);
  for (const std::string_view word : some_words) {
    for (std::size_t i = 0; i < lexicons.size(); ++i) {
      const bool held = lexicons[i] != nullptr && lexicons[i]->find(word) != nullptr;
      EXPECT_EQ((bits.of(word) >> i & 1U) != 0, held) << word << ' ' << i;
    }
  }
}

TEST(WordLexicons, HoldEachEntryOfALexicon) {
  const RuleSet& rules = testing::standard_rules();
  for (const char* name : some_lexicons) {
    const Lexicon* lexicon = rules.lexicon(name);
    ASSERT_NE(lexicon, nullptr) << name;
    if (!WordLexicons::knows(*lexicon)) continue;
    for (const LexiconEntry& entry : lexicon->entries()) {
      const auto found = rules.word_lexicons().of(lexicon->word(entry));
      EXPECT_TRUE(std::find(found.begin(), found.end(), lexicon->number()) != found.end()) << lexicon->word(entry);
    }
  }
}

}  // namespace
}  // namespace onrecord
