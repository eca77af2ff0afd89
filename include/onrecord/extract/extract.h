#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "onrecord/extract/record.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

class MatchObserver;

struct ExtractOptions {
  bool terms = false;       ///< also quotes of kind `term`
  bool use_filters = true;  ///< skip rules that cannot match; off gives the same records, slower
  std::vector<std::uint32_t> headings = {};  ///< bytes of the text at which markup begins a heading, ascending; empty: they are told from the text
  MatchObserver* observer = nullptr;  ///< sees how rules are tried; null: nobody does
};

/// Finds the records of one article. `text` must be valid UTF-8 and shorter than 4 GiB. Cannot fail: any text has an
/// extraction. `digest` is the hex SHA-256 of the document's content, from which the records' ids are made.
Extraction extract(const RuleSet& rules, std::string text, std::string_view digest, const ExtractOptions& options = {});

}  // namespace onrecord
