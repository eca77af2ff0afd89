#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/known_patterns.h"

/// `onrecord rules check`: everything that is wrong with rules (errors, E…: they do not load) and everything that is likely
/// wrong (warnings, W…: lints).
namespace onrecord {

/// What a check found, and what it read.
struct CheckedRules {
  RuleSetDefinition definition;  ///< what could be read
  Diagnostics found;             ///< ordered by place
};

/// Checks all files in one run, tier by tier: syntax, keys, references, patterns, fields, lints, the compile budget. One bad
/// rule hides no other: each is judged as far as it can be. Where a file cannot be read, nothing is said of names that
/// others use and that may stand in it. Warnings that a rule allows, or whose codes are in `allowed`, are left out.
/// `known`: patterns that need not be compiled again.
CheckedRules check_rules(std::vector<RuleFile> files, const std::vector<std::string>& allowed, KnownPatterns known = {});

}  // namespace onrecord
