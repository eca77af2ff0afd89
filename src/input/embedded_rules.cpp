#include "onrecord/input/embedded_rules.h"

#include <algorithm>
#include <utility>

#include "onrecord/input/embedded_images.h"
#include "onrecord/rules/image.h"

namespace onrecord {
namespace {

/// Whether they are the files of the standard rules, each as it was when the program was built. Both are ordered by path.
bool are_embedded(const std::vector<RuleFile>& files) {
  const std::vector<RuleFile> standard = embedded_rules();
  const auto is_same = [](const RuleFile& a, const RuleFile& b) { return a.path == b.path && a.text == b.text && a.added == b.added; };
  return std::equal(files.begin(), files.end(), standard.begin(), standard.end(), is_same);
}

}  // namespace

std::vector<RuleFile> embedded_rules() {
  std::vector<RuleFile> files;
  ImageReader reader(embedded_files_image());
  reader(files);
  return files;
}

RuleSet embedded_rule_set() {
  RuleSet rules = RuleSet::from_image(embedded_rules_image(), embedded_rules);
  rules.use_automata(embedded_automata_image());
  return rules;
}

std::optional<RuleSet> load_rules(std::vector<RuleFile> files, Diagnostics& diagnostics) {
  if (are_embedded(files)) return embedded_rule_set();
  return RuleSet::load(std::move(files), diagnostics, {.known = embedded_patterns()});
}

KnownPatterns embedded_patterns() { return RuleSet::known_patterns(embedded_rules_image(), embedded_automata_image(), embedded_facts_image()); }

}  // namespace onrecord
