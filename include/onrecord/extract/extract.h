#pragma once

#include <string>
#include <string_view>

#include "onrecord/extract/matching/options.h"
#include "onrecord/extract/record/record.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Finds the records of one article. `text` must be valid UTF-8 and shorter than 4 GiB. Cannot fail: any text has an
/// extraction. `digest` is the hex SHA-256 of the document's content, from which the records' ids are made.
Extraction extract(const RuleSet& rules, std::string text, std::string_view digest, const ExtractOptions& options = {});

}  // namespace onrecord
