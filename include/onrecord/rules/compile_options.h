#pragma once

#include "onrecord/rules/known_patterns.h"

namespace onrecord {

/// When the patterns of a rule set are compiled.
enum class PatternCompilation {
  at_once,    ///< what is wrong with them is an error
  when_used,  ///< each when it is first used: for rules that have been checked
};

/// How a rule set is compiled. Nothing of it changes what the rules do.
struct CompileOptions {
  PatternCompilation patterns = PatternCompilation::at_once;
  KnownPatterns known = {};  ///< these are not compiled again
};

}  // namespace onrecord
