#include "onrecord/extract/speakers/noun_uses.h"

#include <gtest/gtest.h>

#include <string>

#include "onrecord/extract/analyze.h"
#include "test_rules.h"

namespace onrecord {
namespace {

/// The last place of a word in a text.
Span last_of(const std::string& text, const std::string& word) {
  const auto begin = static_cast<std::uint32_t>(text.rfind(word));
  return {begin, begin + static_cast<std::uint32_t>(word.size())};
}

struct Case {
  std::string text;
  bool definite;  // where "mason" stands first
};

TEST(NounUses, TellWhetherWhatIsMeantWasKnownWhereItCameFirst) {
  const Case cases[] = {
      {"It rained. The mason left.", true},
      {"A mason came. The mason left.", false},
      {"The old and tired mason came. The mason left.", true},
      {"Masonry is late. An old mason came. The mason left.", false},
      {"Ann Lee, mason, came. The mason left.", false},
      {"The bridge of this old and rather dear town had long been a place for one mason. The mason left.", false},
  };
  const RuleSet& rules = testing::standard_rules();
  const NameWords words(rules);
  for (const Case& one : cases) {
    const Analysis analysis = analyze(rules, one.text, {});
    NounUses uses(words, analysis.document);
    EXPECT_EQ(uses.is_definite_at_first(last_of(one.text, "mason")), one.definite) << one.text;
  }
}

TEST(NounUses, AWordIsNoPartOfAnother) {
  const std::string text = "Masonry and stonemasons: a mason came. The mason left.";
  const RuleSet& rules = testing::standard_rules();
  const NameWords words(rules);
  const Analysis analysis = analyze(rules, text, {});
  const NounUses uses(words, analysis.document);
  EXPECT_EQ(uses.first(last_of(text, "mason")), text.find("mason came"));
  EXPECT_EQ(uses.first("mason", 20), 20);
}

}  // namespace
}  // namespace onrecord
