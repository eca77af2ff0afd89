#pragma once

#include <cstdint>
#include <string>

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/record/record.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// What an annotation holds, as tests of rules name it: `span` (its words) and the fields that are there.
Settings fields_of(const RuleSet& rules, const Analysis& analysis, std::uint32_t annotation);

/// What a record holds, as tests of rules name it: `type`, `text`, `speaker`, `cue`, …; nothing of speakers.
Settings fields_of(const Record& record);

/// The id of the rule that made the record; empty of speakers.
const std::string& rule_of(const Record& record);

}  // namespace onrecord
