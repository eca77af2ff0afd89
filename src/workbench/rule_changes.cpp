#include "onrecord/workbench/rule_changes.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "onrecord/check/pattern_names.h"

namespace onrecord {
namespace {

// What counts of each part.
auto workings(const PatternText& pattern) { return std::tie(pattern.text); }
auto workings(const FilterDefinition& filter) { return std::tie(filter.field, filter.lexicon, filter.pattern.text); }
auto workings(const LimitDefinition& limit) { return std::tie(limit.field, limit.characters, limit.words); }
auto workings(const EntryDefinition& entry) { return std::tie(entry.word, entry.attributes); }

template <typename Part>
bool alike(const std::vector<Part>& a, const std::vector<Part>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Part& left, const Part& right) { return workings(left) == workings(right); });
}

bool alike(const FragmentDefinition& a, const FragmentDefinition& b) { return a.pattern.text == b.pattern.text; }
bool alike(const CutDefinition& a, const CutDefinition& b) { return a.pattern.text == b.pattern.text && a.extended == b.extended && a.cuts == b.cuts; }
bool alike(const LexiconDefinition& a, const LexiconDefinition& b) {
  return a.casing == b.casing && a.columns == b.columns && a.patterns == b.patterns && alike(a.entries, b.entries);
}

auto workings(const RuleDefinition& rule) {
  return std::tie(rule.layer, rule.emits, rule.words, rule.extended, rule.flags, rule.anchor, rule.set, rule.copy, rule.until, rule.not_left.text,
                  rule.not_right.text, rule.after, rule.before, rule.inside, rule.outside, rule.amid, rule.yields, rule.priority, rule.confidence, rule.off);
}

bool alike(const RuleDefinition& a, const RuleDefinition& b) {
  return workings(a) == workings(b) && alike(a.patterns, b.patterns) && alike(a.refuse, b.refuse) && alike(a.require, b.require) && alike(a.limits, b.limits);
}

const std::string& name_of(const RuleDefinition& rule) { return rule.id; }
template <typename Part>
const std::string& name_of(const Part& part) {
  return part.name;
}

/// Names of the parts that the other set has not, or has otherwise.
template <typename Part>
std::set<std::string> changed(const std::vector<Part>& now, const std::vector<Part>& before) {
  std::map<std::string, const Part*> known;
  for (const Part& part : before) known.emplace(name_of(part), &part);
  std::set<std::string> names;
  for (const Part& part : now) {
    const auto old = known.find(name_of(part));
    if (old == known.end() || !alike(part, *old->second)) names.insert(name_of(part));
  }
  return names;
}

class RuleChanges {
 public:
  RuleChanges(const RuleSetDefinition& now, const RuleSetDefinition& before)
      : names_(now), rules_(changed(now.rules, before.rules)), in_patterns_(changed(now.fragments, before.fragments)), cuts_(changed(now.cuts, before.cuts)) {
    in_patterns_.merge(changed(now.lexicons, before.lexicons));
    for (const CutDefinition& cut : now.cuts) {
      if (is_changed(cut.pattern, cut.extended)) cuts_.insert(cut.name);
    }
    while (add_cuts_made_of_changed(now)) {}
  }

  bool is_changed(const RuleDefinition& rule) const {
    if (rules_.contains(rule.id) || in_patterns_.contains(rule.words)) return true;
    const auto filter_is_changed = [&](const FilterDefinition& filter) { return in_patterns_.contains(filter.lexicon) || is_changed(filter.pattern, false); };
    const auto cut_is_changed = [&](const std::string& cut) { return cuts_.contains(cut); };
    return std::any_of(rule.patterns.begin(), rule.patterns.end(), [&](const PatternText& pattern) { return is_changed(pattern, rule.extended); }) ||
           std::any_of(rule.refuse.begin(), rule.refuse.end(), filter_is_changed) || std::any_of(rule.require.begin(), rule.require.end(), filter_is_changed) ||
           is_changed(rule.not_left, rule.extended) || is_changed(rule.not_right, rule.extended) ||
           std::any_of(rule.until.begin(), rule.until.end(),
                       [&](const auto& field) { return std::any_of(field.second.begin(), field.second.end(), cut_is_changed); });
  }

 private:
  /// Whether there was one that was not known to be changed.
  bool add_cuts_made_of_changed(const RuleSetDefinition& now) {
    const std::size_t known = cuts_.size();
    for (const CutDefinition& cut : now.cuts) {
      if (std::any_of(cut.cuts.begin(), cut.cuts.end(), [&](const std::string& part) { return cuts_.contains(part); })) cuts_.insert(cut.name);
    }
    return cuts_.size() > known;
  }

  bool is_changed(const PatternText& pattern, bool extended) const {
    const std::set<std::string> names = names_.in(pattern, extended);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return in_patterns_.contains(name); });
  }

  PatternNames names_;
  std::set<std::string> rules_, in_patterns_, cuts_;  // names of what is written otherwise; fragments and lexicons share the braces
};

}  // namespace

std::set<std::string> changed_rules(const RuleSetDefinition& now, const RuleSetDefinition& before) {
  const RuleChanges changes(now, before);
  std::set<std::string> ids;
  for (const RuleDefinition& rule : now.rules) {
    if (changes.is_changed(rule)) ids.insert(rule.id);
  }
  return ids;
}

}  // namespace onrecord
