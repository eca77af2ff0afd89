#pragma once

#include <vector>

#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// The files of the standard rules, as they were when the program was built.
std::vector<RuleFile> embedded_rules();

/// The standard rules, compiled and checked when the program was built.
RuleSet embedded_rule_set();

/// The patterns of the standard rules, for compiling rules that have some of them: from a changed copy of the standard rules, or on top of them.
KnownPatterns embedded_patterns();

}  // namespace onrecord
