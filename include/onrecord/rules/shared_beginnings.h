#pragma once

#include "onrecord/rules/regex_syntax.h"

namespace onrecord {

/// The same expression with alternatives that begin with the same characters or assertions put together: `said|say|so` as `s(?:a(?:id|y)|o)`. It
/// matches the same texts in the same order of preference, groups included, but a search goes on from one place for all of them.
RegexNode with_shared_beginnings(RegexNode expression);

}  // namespace onrecord
