#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// All kinds of records: `document`, those of the extraction in the order in which they are counted, the kinds that the
/// rules declare, `error`.
std::vector<std::string> record_kinds(const RuleSet& rules);

/// The key under which a record shows the field `name`: with '_' behind it where every record has such a key already.
std::string key_of_field(std::string_view name);

}  // namespace onrecord
