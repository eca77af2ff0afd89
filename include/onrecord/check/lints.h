#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_set.h"

/// The lints: what loads but is likely a mistake. Each adds warnings without their source lines.
namespace onrecord {

/// What a pattern is for.
enum class PatternUse { match, filter, left, right, cut, fragment, lexicon };

/// A pattern as written and where it is used.
struct UsedPattern {
  const PatternText* pattern = nullptr;
  PatternUse use = PatternUse::match;
  bool extended = false;
  std::string rule;  ///< empty for fragments, cuts and lexicons
};

/// Every pattern of the rules, fragments and cuts. Refers to `definition`.
std::vector<UsedPattern> all_patterns(const RuleSetDefinition& definition);

/// Single patterns as they are written: repeats, classes, escapes, alternatives, groups (W201, W204 to W210). Of what is found several times in
/// a rule, or in a pattern of no rule, only the first, with the number of the others.
void lint_patterns(const RuleSetDefinition& definition, Diagnostics& found);

/// Compiled patterns: what always matches, and what they cost (W202, W203, W211). `is_sound` tells whether a rule has no error.
void lint_compiled(const RuleSet& rules, const std::function<bool(const std::string&)>& is_sound, Diagnostics& found);

/// Rules as wholes: fields (E125, W227), tests (W220, W221) and what they expect (E120, E121), relations to other rules (W223, W224, W226, W228).
void lint_rules(const RuleSet& rules, const std::function<bool(const std::string&)>& is_sound, Diagnostics& found);

/// Types that a layer or rule speaks of and that only later layers make (W229). Of rules without errors.
void lint_order(const RuleSet& rules, Diagnostics& found);

/// Words that stand twice in a lexicon (W250, W251), are never found (W252) or lack what the others have (W253), and control characters in them
/// (W205).
void lint_lexicons(const RuleSetDefinition& definition, Diagnostics& found);

/// Parts that nothing uses (W240 to W245).
void lint_unused(const RuleSetDefinition& definition, Diagnostics& found);

/// Lexicons and types that the program itself asks for by name, sorted.
const std::vector<std::string_view>& lexicons_of_the_program();
const std::vector<std::string_view>& types_of_the_program();

/// Adds a warning (or, where `code` begins with E, an error) at a stretch of a pattern.
void add_finding(Diagnostics& found, const UsedPattern& used, std::size_t begin, std::size_t end, std::string code, std::string message, std::string hint = {});

/// The same at a place of its own.
void add_finding(Diagnostics& found, const std::string& rule, const Place& at, std::size_t width, std::string code, std::string message, std::string hint = {},
                 std::vector<Note> notes = {});

}  // namespace onrecord
