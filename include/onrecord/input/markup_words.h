#pragma once

#include "onrecord/convert/html.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// What pages call their parts, which stands with the rules: the lexicons `page_noise`, `page_byline` and `page_comments`.
MarkupWords markup_words(const RuleSet& rules);

}  // namespace onrecord
