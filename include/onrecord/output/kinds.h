#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/extract/record/record.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// All kinds of records: `document`, those of the extraction in the order in which they are counted, the kinds that the
/// rules declare, `error`.
std::vector<std::string> record_kinds(const RuleSet& rules);

/// The kind of a record of an extraction. Valid as long as the record is.
std::string_view kind_of(const Record& record);

/// Whether records of `kind` are among those asked for; where none is named, all are.
bool is_wanted(std::string_view kind, const std::vector<std::string>& kinds);

/// The key under which a record shows the field `name`: with '_' behind it where every record has such a key already.
std::string key_of_field(std::string_view name);

}  // namespace onrecord
