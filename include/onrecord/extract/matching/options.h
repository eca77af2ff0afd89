#pragma once

#include "onrecord/rules/regex.h"

namespace onrecord {

class MatchObserver;

/// What may be asked of an extraction.
struct ExtractOptions {
  bool terms = false;                 ///< also quotes of kind `term`
  bool use_filters = true;            ///< skip rules that cannot match; off gives the same records, slower
  MatchObserver* observer = nullptr;  ///< sees how rules are tried; null: nobody does

  /// What matches: without filters the simple way throughout.
  RegexEngine engine() const { return use_filters ? RegexEngine::automata : RegexEngine::re2; }
};

}  // namespace onrecord
