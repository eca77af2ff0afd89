#pragma once

#include <cstdint>
#include <functional>

#include "onrecord/base/diagnostics.h"
#include "onrecord/input/documents.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Gives the documents of `input` to `take`, one after the other in their order, and each failure and warning to `report`. `rules` say what
/// pages call their parts. Returns how many inputs failed.
std::uint64_t read_documents(InputOptions input, const RuleSet& rules, const std::function<void(SourceDocument)>& take,
                             const std::function<void(const Diagnostic&)>& report);

}  // namespace onrecord
