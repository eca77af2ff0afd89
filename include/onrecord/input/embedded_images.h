#pragma once

#include <string_view>

#include "onrecord/rules/definition.h"

namespace onrecord {

/// What `src/embed_rules.cpp` made of the folder `rules/` when the program was built, at addresses that 64 divides: the image of
/// the compiled rules (`RuleSet::from_image`), that of their automata (`RuleSet::use_automata`), that of what else is known of their patterns
/// (`RuleSet::known_patterns`), and that of the rule files.
std::string_view embedded_rules_image();
std::string_view embedded_automata_image();
std::string_view embedded_facts_image();
std::string_view embedded_files_image();

/// The parts of a rule file, for what writes or reads an image of it.
template <typename Archive>
void visit(Archive& archive, RuleFile& file) {
  archive(file.path, file.text);
}

}  // namespace onrecord
