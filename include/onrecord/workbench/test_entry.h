#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// A test of a rule as it stands in a rule file: `{ text = "…", expect = [ … ] },`. It expects the records that the rule makes
/// of the first of `passages` of which it makes any, with the fields that a reader can judge; so the test passes as it is.
/// None where the rule makes a record of none of them.
std::optional<std::string> test_entry(const RuleSet& rules, std::string_view rule, const std::vector<std::string>& passages);

/// `text` as a basic string of TOML, on one line.
std::string toml_string(std::string_view text);

}  // namespace onrecord
