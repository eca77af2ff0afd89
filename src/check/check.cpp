#include "onrecord/check/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "onrecord/check/codes.h"
#include "onrecord/check/lints.h"
#include "onrecord/check/rule_warnings.h"
#include "onrecord/rules/rule_errors.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/rules/value_places.h"

namespace onrecord {
namespace {

/// Whether nothing can be said before all is read and sound: what uses a part may stand in what is not.
bool tells_of_use(const Diagnostic& finding) {
  using namespace rule_warning;
  static const std::set<std::string_view> codes = {unused_fragment, unused_lexicon, unused_type, unused_layer, unused_cut, unused_word_list};
  return codes.count(finding.code) > 0;
}

/// Whether nothing can be said before all files were read: what a rule names may stand in one that was not.
bool is_premature(const Diagnostic& finding) { return finding.code == rule_warning::idle_yields || needs_all_files(finding); }

const RuleDefinition* rule_of(const RuleSetDefinition& definition, const std::string& id) {
  const auto found = std::find_if(definition.rules.begin(), definition.rules.end(), [&](const RuleDefinition& rule) { return rule.id == id; });
  return found == definition.rules.end() ? nullptr : &*found;
}

/// What rules silence, and whether they do.
class Silencing {
 public:
  Silencing(const RuleSetDefinition& definition, const std::vector<std::string>& allowed) : definition_(definition), allowed_(allowed) {}

  bool drops(const Diagnostic& finding) {
    if (finding.severity == Severity::error) return false;
    const RuleDefinition* rule = finding.rule.empty() ? nullptr : rule_of(definition_, finding.rule);
    if (rule != nullptr && contains(rule->allow, finding.code)) {
      used_.emplace(rule->id, finding.code);
      return true;
    }
    return contains(allowed_, finding.code);
  }

  /// Codes that a rule allows and need not, or that there are not.
  void lint(bool rules_are_judged, Diagnostics& found) const {
    for (const RuleDefinition& rule : definition_.rules) {
      for (const std::string& code : rule.allow) {
        if (used_.count({rule.id, code}) == 0) lint(rule, code, rules_are_judged, found);
      }
    }
  }

 private:
  static bool contains(const std::vector<std::string>& codes, const std::string& code) { return std::find(codes.begin(), codes.end(), code) != codes.end(); }

  void lint(const RuleDefinition& rule, const std::string& code, bool rules_are_judged, Diagnostics& found) const {
    const ValuePlace place = place_of_value(definition_.files, rule.at, "allow", code);
    if (find_check_code(code) == nullptr || !code.starts_with('W')) {
      add_finding(found, rule.id, place.at, place.width, rule_error::bad_value, fmt::format("'{}' is no code of a warning", code),
                  "'rules check --explain all' lists them");
    } else if (rules_are_judged && !contains(allowed_, rule_warning::needless_allow)) {
      add_finding(found, rule.id, place.at, place.width, rule_warning::needless_allow, fmt::format("'{}' is allowed, but there is no such warning here", code));
    }
  }

  const RuleSetDefinition& definition_;
  const std::vector<std::string>& allowed_;
  std::set<std::pair<std::string, std::string>> used_;
};

Diagnostics lints(const RuleSet& rules, const Diagnostics& errors) {
  std::set<std::string> unsound;
  for (const Diagnostic& item : errors.items()) unsound.insert(item.rule);
  const auto is_sound = [&](const std::string& rule) { return unsound.count(rule) == 0; };
  Diagnostics found;
  lint_patterns(rules.definition(), found);
  lint_compiled(rules, is_sound, found);
  lint_rules(rules, is_sound, found);
  if (!errors.has_errors()) lint_order(rules, found);
  lint_lexicons(rules.definition(), found);
  lint_unused(rules.definition(), found);
  return without_repeats(found);
}

}  // namespace

CheckedRules check_rules(std::vector<RuleFile> files, const std::vector<std::string>& allowed, KnownPatterns known) {
  Diagnostics errors;
  RuleSetDefinition read = parse_rules(std::move(files), errors);
  const bool complete = read.complete;
  const RuleSet rules = RuleSet::compile_sound_parts(std::move(read), errors, {.known = std::move(known)});
  const RuleSetDefinition& definition = rules.definition();
  Diagnostics found;
  add_with_lines(lints(rules, errors), definition.files, found);
  Silencing silencing(definition, allowed);
  CheckedRules result;
  for (const Diagnostics& all : {without_repeats(errors), found}) {
    for (const Diagnostic& item : all.items()) {
      const bool waits = (!complete && is_premature(item)) || (errors.has_errors() && tells_of_use(item));
      if (!waits && !silencing.drops(item)) result.found.add(item);
    }
  }
  Diagnostics of_silencing;
  silencing.lint(!errors.has_errors(), of_silencing);
  add_with_lines(of_silencing, definition.files, result.found);
  result.found.sort_by_place();
  result.definition = definition;
  return result;
}

}  // namespace onrecord
