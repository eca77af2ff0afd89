#pragma once

#include <string>

#include "onrecord/rules/rule_set.h"

/// What there is in a set of rules: as a table, as JSON, and as a reference to read.
namespace onrecord {

/// A line a rule, in columns: id, kind, layer, state, number of tests (those that fire + those that stay silent), since,
/// file and line. `kind`: only rules that emit this type; empty: all.
std::string rule_table(const RuleSet& rules, const std::string& kind);

/// The same as a JSON array of objects, one a line.
std::string rule_table_json(const RuleSet& rules, const std::string& kind);

/// A reference in Markdown: each kind with its fields, then its rules: what they find, pattern, what it expands to, words
/// that a text must have for it to match, examples from the tests.
std::string rule_reference(const RuleSet& rules, const std::string& kind);

}  // namespace onrecord
