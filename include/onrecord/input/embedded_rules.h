#pragma once

#include <optional>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// The files of the standard rules, as they were when the program was built.
std::vector<RuleFile> embedded_rules();

/// The standard rules, compiled and checked when the program was built.
RuleSet embedded_rule_set();

/// The patterns of the standard rules, for compiling rules that have some of them: from a changed copy of the standard rules, or on top of them.
KnownPatterns embedded_patterns();

/// As `RuleSet::load`, but what stands in the program is taken from there: the whole rule set where the files are those of the standard rules, byte for
/// byte, else the patterns that they have in common with these.
std::optional<RuleSet> load_rules(std::vector<RuleFile> files, Diagnostics& diagnostics);

}  // namespace onrecord
