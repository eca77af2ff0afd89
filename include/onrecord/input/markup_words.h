#pragma once

#include "onrecord/input/markup_on_demand.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// What pages call their parts, which stands with the rules: the lexicons that begin with `page_`, and `byline_end`.
/// The rules must outlive it.
MarkupOnDemand markup_words(const RuleSet& rules);

}  // namespace onrecord
