#pragma once

#include <set>
#include <string>

#include "onrecord/rules/definition.h"

namespace onrecord {

/// Ids of the rules of `now` that may find other things than in `before`: those that are new, that are written otherwise in more than their
/// places, words for readers and tests, or that name a fragment, a lexicon or a cut that is.
std::set<std::string> changed_rules(const RuleSetDefinition& now, const RuleSetDefinition& before);

}  // namespace onrecord
