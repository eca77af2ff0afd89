#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// The kinds of records that every rule set has. Types of these names give no kind of their own.
inline constexpr std::array<std::string_view, 6> standard_kinds = {"document", "speaker", "quote", "claim", "faq", "error"};

/// The types whose annotations become records of their own kind, as the rules declare them.
std::vector<TypeId> custom_kinds(const RuleSet& rules);

}  // namespace onrecord
