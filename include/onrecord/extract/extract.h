#pragma once

#include <string>
#include <string_view>

#include "onrecord/base/heading.h"
#include "onrecord/extract/record.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

class MatchObserver;

/// What may be asked of an extraction.
struct ExtractOptions {
  bool terms = false;       ///< also quotes of kind `term`
  bool use_filters = true;  ///< skip rules that cannot match; off gives the same records, slower
  Headings headings = {};  ///< where the text's markup has headings; without one of level 1 to 6 they are guessed from the lines
  MatchObserver* observer = nullptr;  ///< sees how rules are tried; null: nobody does
};

/// Finds the records of one article. `text` must be valid UTF-8 and shorter than 4 GiB. Cannot fail: any text has an
/// extraction. `digest` is the hex SHA-256 of the document's content, from which the records' ids are made.
Extraction extract(const RuleSet& rules, std::string text, std::string_view digest, const ExtractOptions& options = {});

}  // namespace onrecord
