#pragma once

#include <string>

#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// The JSON Schema (2020-12) of every line that is written, the kinds that `rules` declare included. Ends in '\n'.
std::string json_schema(const RuleSet& rules);

}  // namespace onrecord
