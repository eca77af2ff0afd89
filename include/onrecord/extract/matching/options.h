#pragma once

#include "onrecord/base/heading.h"

namespace onrecord {

class MatchObserver;

/// What may be asked of an extraction.
struct ExtractOptions {
  bool terms = false;                 ///< also quotes of kind `term`
  bool use_filters = true;            ///< skip rules that cannot match; off gives the same records, slower
  Headings headings = {};             ///< where the text's markup has headings; without one of level 1 to 6 they are guessed from the lines
  MatchObserver* observer = nullptr;  ///< sees how rules are tried; null: nobody does
};

}  // namespace onrecord
