#pragma once

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Adds an annotation of type `quotation` for each outermost quotation, where the rule set has that type: field `inner`
/// and, if declared, the choice fields that patterns select by: `ending` (comma, stop, question, dash, none: the last
/// character inside), `opening` (capital, small, other: the first one) and `size` (word, phrase, long: 1, 2 to 4, more words).
void annotate_quotations(const RuleSet& rules, const Document& document, Annotations& annotations);

}  // namespace onrecord
