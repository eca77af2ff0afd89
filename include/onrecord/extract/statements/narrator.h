#pragma once

#include <vector>

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/statements/statement.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Appends the writer's own claims: annotations of type `narrator_claim` (from its field `start`, else `cue`, to the end of
/// `rest`)
/// that share no text with a statement of somebody, with each other or with a `claim_bar`.
void append_narrator_claims(const RuleSet& rules, const Document& document, const Structure& structure, const Annotations& annotations,
                            std::vector<Statement>& statements);

}  // namespace onrecord
