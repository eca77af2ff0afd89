#pragma once

namespace onrecord {

class MatchObserver;

/// What may be asked of an extraction.
struct ExtractOptions {
  bool terms = false;                 ///< also quotes of kind `term`
  bool use_filters = true;            ///< skip rules that cannot match; off gives the same records, slower
  MatchObserver* observer = nullptr;  ///< sees how rules are tried; null: nobody does
};

}  // namespace onrecord
