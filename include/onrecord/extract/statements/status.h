#pragma once

#include <vector>

#include "onrecord/extract/statements/statement.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Decides for each claim how it is said: `modality` (of a writer's claim: as its rule says), `polarity`, `negated`.
/// All words come from the lexicons `status.*` and those of auxiliaries; where they are missing, claims stay as they
/// are. What somebody is said not to say is denied, and what somebody does not deny is affirmed (`CueNegation`).
void find_status(const RuleSet& rules, const Document& document, std::vector<Statement>& statements);

}  // namespace onrecord
