#include "onrecord/rules/known_patterns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "onrecord/extract/extract.h"
#include "onrecord/input/embedded_images.h"
#include "onrecord/input/embedded_rules.h"
#include "onrecord/output/ndjson.h"
#include "onrecord/rules/pattern_facts.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

const char article[] =
    "Quay wall to be raised\n\n"
    "\u201CWe will raise the wall by a metre,\u201D harbour master Ann Lee told the council on Monday. "
    "Lee said the work would take two years, but the port did not answer questions. According to Tom Hale, it costs twice as much.\n";

std::string records_of(const RuleSet& rules) {
  const DocumentFacts facts{"article", "article", sizeof article - 1, std::string(64, '0'), "utf-8", {}, {}};
  std::string records;
  NdjsonWriter(rules, {}).append(records, facts, extract(rules, article, facts.sha256));
  return records;
}

/// What loading gives, or what is wrong.
struct Loaded {
  std::string image, records, complaints;
};

Loaded load(const std::vector<RuleFile>& files, const CompileOptions& options) {
  Diagnostics diagnostics;
  std::optional<RuleSet> rules = RuleSet::load(files, diagnostics, options);
  Loaded loaded;
  for (const Diagnostic& item : diagnostics.items()) loaded.complaints += render(item);
  if (rules) loaded.image = rules->image();
  if (rules) loaded.records = records_of(*rules);
  return loaded;
}

/// Whether patterns that are known and patterns that are compiled give the same; returns it.
Loaded load_both_ways(const std::vector<RuleFile>& files) {
  Loaded anew = load(files, {});
  const Loaded with_known = load(files, {.known = embedded_patterns()});
  EXPECT_TRUE(anew.image == with_known.image);
  EXPECT_EQ(anew.records, with_known.records);
  EXPECT_EQ(anew.complaints, with_known.complaints);
  return anew;
}

/// The standard rules with one file of which something is replaced.
std::vector<RuleFile> changed(const std::string& path, const std::string& written, const std::string& replacement) {
  std::vector<RuleFile> files = embedded_rules();
  const auto file = std::find_if(files.begin(), files.end(), [&](const RuleFile& each) { return each.path == path; });
  EXPECT_TRUE(file != files.end()) << path;
  const std::size_t at = file->text.find(written);
  EXPECT_NE(at, std::string::npos) << written;
  file->text.replace(at, written.size(), replacement);
  return files;
}

TEST(KnownPatterns, AreKnownByEveryCharacterOfTheirTextAndByCase) {
  KnownPatterns known;
  known.add("qu(?:ay|it)", false, "a", "b");
  EXPECT_TRUE(known.find("qu(?:ay|it)", false));
  EXPECT_FALSE(known.find("qu(?:ay|it)", true));
  EXPECT_FALSE(known.find("qu(?:ay|is)", false));
  EXPECT_FALSE(known.find("qu(?:ay|it)?", false));
  EXPECT_FALSE(KnownPatterns().find("qu(?:ay|it)", false));
}

TEST(KnownPatterns, GiveTheImageAndTheRecordsOfPatternsCompiledAnew) {
  const Loaded standard = load_both_ways(embedded_rules());
  EXPECT_TRUE(standard.image == embedded_rules_image());
  EXPECT_NE(standard.records.find("Ann Lee"), std::string::npos);
}

// What is known of a pattern is what would be derived from it.
TEST(KnownPatterns, HoldTheFactsThatFollowFromTheirTexts) {
  Diagnostics diagnostics;
  EXPECT_TRUE(RuleSet::load(embedded_rules(), diagnostics)->facts_image() == embedded_facts_image());
}

TEST(KnownPatterns, LeaveAChangedPatternToBeCompiled) {
  const Loaded standard = load(embedded_rules(), {.known = embedded_patterns()});
  const Loaded other = load_both_ways(changed("according.toml", "(?:{restrictive})? [,:] {_} (?P<content>.+)", "(?:{restrictive})? [;:] {_} (?P<content>.+)"));
  EXPECT_FALSE(standard.image == other.image);
  EXPECT_NE(standard.records, other.records);
}

// What stands in the program is only taken where nothing at all is different.
TEST(LoadRules, TakesFromTheProgramWhatIsTheSameThere) {
  Diagnostics diagnostics;
  EXPECT_TRUE(load_rules(embedded_rules(), diagnostics)->image() == embedded_rules_image());
  const std::vector<RuleFile> files = changed("according.toml", "(?:{restrictive})? [,:] {_} (?P<content>.+)", "(?:{restrictive})? [;:] {_} (?P<content>.+)");
  EXPECT_TRUE(load_rules(files, diagnostics)->image() == load(files, {}).image);
  std::vector<RuleFile> fewer = embedded_rules();
  std::erase_if(fewer, [](const RuleFile& file) { return file.path == "confidence.toml"; });
  EXPECT_FALSE(load_rules(fewer, diagnostics)->image() == embedded_rules_image());
  EXPECT_TRUE(diagnostics.items().empty());
}

TEST(KnownPatterns, ChangeNoComplaint) {
  const Loaded bad =
      load_both_ways(changed("according.toml", "(?:{restrictive})? [,:] {_} (?P<content>.+)", "(?:{restrictive})? (?=[,:]) {_} (?P<content>.+)"));
  EXPECT_TRUE(bad.image.empty());
  EXPECT_NE(bad.complaints.find("according.toml:"), std::string::npos) << bad.complaints;
}

}  // namespace
}  // namespace onrecord
