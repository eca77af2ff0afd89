#include "onrecord/input/embedded_rules.h"

#include "onrecord/input/embedded_images.h"
#include "onrecord/rules/image.h"

namespace onrecord {

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

KnownPatterns embedded_patterns() { return RuleSet::known_patterns(embedded_rules_image(), embedded_automata_image(), embedded_facts_image()); }

}  // namespace onrecord
