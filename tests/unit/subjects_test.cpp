// The subjects of clauses are found when somebody asks for those of a sentence: the same as if they had been looked for everywhere.
#include "onrecord/extract/statements/subjects.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <numeric>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/statements/quotation_marks.h"
#include "onrecord/input/embedded_rules.h"
#include "test_rules.h"

namespace onrecord {
namespace {

std::string described(const Document& document, std::span<const ClauseSubject> subjects) {
  std::string text;
  for (const ClauseSubject& subject : subjects) {
    text += std::string(document.folded.slice(subject.name)) + (subject.dependent ? " (dependent)" : "") +
            (subject.of.empty() ? "" : " (of " + std::string(document.folded.slice(subject.of)) + ")") + "; ";
  }
  return text;
}

std::string article(const char* name) {
  std::ostringstream text;
  text << std::ifstream(std::string(ONRECORD_SOURCE_DIR) + "/examples/" + name).rdbuf();
  return text.str();
}

/// The standard rules and those of `added`; which of their layers run on demand.
std::vector<std::string> on_demand_with(const std::string& added) {
  std::vector<RuleFile> files = embedded_rules();
  files.push_back({"added.toml", added});
  Diagnostics diagnostics;
  const auto rules = RuleSet::load(std::move(files), diagnostics);
  std::vector<std::string> names;
  if (!rules) {
    for (const Diagnostic& item : diagnostics.items()) ADD_FAILURE() << render(item);
    return names;
  }
  for (const Layer& layer : rules->layers()) {
    if (layer.on_demand) names.push_back(layer.name);
  }
  return names;
}

TEST(Subjects, AreTheSameOnDemandAndInAnyOrder) {
  const RuleSet& rules = testing::standard_rules();
  const std::string text = article("harbour-ferry.txt") + "\n\nOn Monday, when Ann Lee asked, Bo Li crossed the bridge, with the mayor calling it safe.";
  const Analysis everything = analyze(rules, text, {});
  const Subjects all(rules, everything.document, everything.annotations);

  testing::StructuredPage page = testing::structured(text);
  segment(page.document, rules.segment_words());
  annotate_quotations(rules, page.document, page.annotations);
  const ExtractOptions options;
  MatchMemory memory(rules, options.engine());
  DocumentLayers layers(rules, page.document, options, page.annotations, memory);
  for (const Layer& layer : rules.layers()) {
    if (layer.unit == Unit::sentence && !layer.on_demand) layers.run(layer);
  }
  EXPECT_TRUE(page.annotations.of(rules.type("subject")).empty()) << "nobody has asked";
  const Subjects some(rules, page.document, page.annotations, &layers);

  ASSERT_EQ(page.document.sentences.size(), everything.document.sentences.size());
  std::vector<std::uint32_t> order(page.document.sentences.size());
  std::iota(order.rbegin(), order.rend(), 0U);
  std::stable_partition(order.begin(), order.end(), [](std::uint32_t i) { return i % 3 == 0; });
  std::size_t found = 0;
  for (const std::uint32_t sentence : order) {
    EXPECT_EQ(described(page.document, some.in(sentence)), described(everything.document, all.in(sentence)));
    found += some.in(sentence).size();
  }
  EXPECT_EQ(page.annotations.of(rules.type("subject")).size(), found) << "a sentence is read once";
  EXPECT_EQ(found, everything.annotations.of(rules.type("subject")).size());
  EXPECT_NE(described(page.document, some.in(order.size() - 1)).find("Ann Lee (dependent); "), std::string::npos)
      << described(page.document, some.in(order.size() - 1));
}

TEST(Subjects, RunOnDemandWhereNoRuleLooksAtThem) {
  EXPECT_EQ(on_demand_with(""), std::vector<std::string>{"subjects"});
  // What a rule, a mask or a record shows must be there for all sentences.
  EXPECT_TRUE(on_demand_with("[[rule]]\nid = \"a.b\"\nlayer = \"names\"\nemits = \"person\"\nmatch = 'Zyx (?P<name>[A-Z]+)'\nafter = [\"subject\"]\n").empty());
  EXPECT_TRUE(on_demand_with("[[layer]]\nname = \"late\"\nunit = \"sentence\"\nmask = [\"subject\"]\n").empty());
  EXPECT_TRUE(on_demand_with("[[rule]]\nid = \"a.b\"\nlayer = \"subjects\"\nemits = \"person\"\nmatch = 'Zyx (?P<name>[A-Z]+)'\nanchor = \"none\"\n").empty());
}

}  // namespace
}  // namespace onrecord
