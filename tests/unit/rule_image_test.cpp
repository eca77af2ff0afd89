#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <fstream>
#include <sstream>

#include "onrecord/extract/extract.h"
#include "onrecord/input/embedded_images.h"
#include "onrecord/input/embedded_rules.h"
#include "onrecord/output/ndjson.h"
#include "onrecord/rules/image.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

RuleSet from_text() {
  Diagnostics diagnostics;
  return RuleSet::load(embedded_rules(), diagnostics, {.patterns = PatternCompilation::when_used}).value();
}

std::string records_of(const RuleSet& rules, const char* example) {
  std::ifstream file(std::string(ONRECORD_SOURCE_DIR "/examples/") + example, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  EXPECT_FALSE(text.str().empty()) << example;
  const DocumentFacts facts{example, example, text.str().size(), std::string(64, '0'), "utf-8", {}, {}};
  std::string records;
  NdjsonWriter(rules, {}).append(records, facts, extract(rules, text.str(), facts.sha256));
  return records;
}

// An image holds every part of a rule set, so equal images are equal rule sets.
TEST(RuleImage, OfTheStandardRulesIsWhatTheirTextsGive) { EXPECT_TRUE(from_text().image() == embedded_rules_image()); }

TEST(RuleImage, ReadAndWrittenAgainIsTheSame) { EXPECT_TRUE(embedded_rule_set().image() == embedded_rules_image()); }

// The automata that were built with the program, and states that they build on top, say what those built from nothing say.
TEST(RuleImage, MakesTheSameRecordsAsTheTexts) {
  const RuleSet texts = from_text();
  const RuleSet image = embedded_rule_set();
  EXPECT_EQ(texts.digest(), image.digest());
  for (const char* example : {"glass-works.txt", "harbour-ferry.txt", "night-sky.txt"}) {
    EXPECT_EQ(records_of(texts, example), records_of(image, example)) << example;
  }
}

TEST(RuleImage, KnowsTheRulesAsWrittenWhenAsked) {
  const RuleSet rules = embedded_rule_set();
  ASSERT_FALSE(rules.rules().empty());
  ASSERT_EQ(rules.rules().size(), rules.definition().rules.size());
  for (const Rule& rule : rules.rules()) {
    EXPECT_EQ(rule.name, rule.definition().id);
    EXPECT_EQ(rule.priority, rule.definition().priority) << rule.name;
    EXPECT_EQ(rule.patterns.size(), rule.definition().patterns.size()) << rule.name;
  }
}

// A set of all parts beside an anchor is built at each start, which takes longer than the rest of a short run.
TEST(RuleImage, NoAnchorOfTheStandardRulesHasSoManyPartsThatASetOfThemIsBuilt) {
  const RuleSet rules = embedded_rule_set();
  std::size_t places = 0;
  for (const Layer& layer : rules.layers()) {
    for (const auto* anchors : {&layer.at_mask, &layer.at_tag}) {
      for (const AnchoredPatterns& place : *anchors) {
        places += place.empty() ? 0 : 1;
        EXPECT_FALSE(place.lefts.has_value() || place.rights.has_value()) << layer.name << ": " << place.patterns.size() << " patterns at one anchor";
      }
    }
  }
  EXPECT_GT(places, 0U);
}

TEST(Image, GivesBackWhatWasWritten) {
  std::string text = "word";
  std::vector<std::pair<std::uint16_t, std::string>> pairs = {{1, "one"}, {2, ""}};
  std::optional<double> something = 0.5, nothing;
  FlatArray<std::uint64_t> numbers(std::vector<std::uint64_t>{7, 8});
  ImageWriter writer;
  writer(text, pairs, something, nothing, numbers);
  const std::string bytes = writer.take();

  alignas(8) std::array<char, 256> image{};
  ASSERT_LE(bytes.size(), image.size());
  std::memcpy(image.data(), bytes.data(), bytes.size());
  ImageReader reader({image.data(), bytes.size()});
  std::string read_text;
  std::vector<std::pair<std::uint16_t, std::string>> read_pairs;
  std::optional<double> read_something, read_nothing = 1;
  FlatArray<std::uint64_t> read_numbers;
  reader(read_text, read_pairs, read_something, read_nothing, read_numbers);
  EXPECT_EQ(read_text, text);
  EXPECT_EQ(read_pairs, pairs);
  EXPECT_EQ(read_something, something);
  EXPECT_EQ(read_nothing, nothing);
  EXPECT_EQ(std::vector<std::uint64_t>(read_numbers.begin(), read_numbers.end()), (std::vector<std::uint64_t>{7, 8}));
}

}  // namespace
}  // namespace onrecord
