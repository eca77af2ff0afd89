#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "onrecord/check/lints.h"
#include "onrecord/check/pattern_names.h"
#include "onrecord/check/rule_warnings.h"
#include "onrecord/rules/rule_errors.h"

namespace onrecord {
namespace {

/// Names that something refers to, by what they name.
struct UsedNames {
  std::set<std::string> in_patterns;  ///< fragments, lexicons and types share the braces
  std::set<std::string> types, lexicons, layers, cuts;
};

void insert(std::set<std::string>& names, const std::vector<std::string>& more) { names.insert(more.begin(), more.end()); }

void use_rule(const RuleDefinition& rule, UsedNames& used) {
  used.types.insert(rule.emits);
  used.layers.insert(rule.layer);
  used.lexicons.insert(rule.words);
  used.in_patterns.insert(rule.anchor);
  for (const auto* types : {&rule.after, &rule.before, &rule.inside, &rule.outside}) insert(used.types, *types);
  for (const auto& [type, least] : rule.amid) used.types.insert(type);
  for (const auto* filters : {&rule.refuse, &rule.require}) {
    for (const FilterDefinition& filter : *filters) used.lexicons.insert(filter.lexicon);
  }
  for (const auto& [field, cuts] : rule.until) insert(used.cuts, cuts);
}

UsedNames used_names(const RuleSetDefinition& definition) {
  UsedNames used;
  const PatternNames names(definition);
  for (const UsedPattern& pattern : all_patterns(definition)) {
    // Fragments count only where a pattern that is not in a fragment leads to them.
    if (pattern.use != PatternUse::fragment) used.in_patterns.merge(names.in(*pattern.pattern, pattern.extended));
  }
  for (const RuleDefinition& rule : definition.rules) use_rule(rule, used);
  for (const LayerDefinition& layer : definition.layers) {
    for (const auto* types : {&layer.over, &layer.skip, &layer.mask}) insert(used.types, *types);
    insert(used.lexicons, layer.tags);
    used.in_patterns.insert(layer.anchor);
  }
  for (const CutDefinition& cut : definition.cuts) insert(used.cuts, cut.cuts);
  for (const std::string_view name : lexicons_of_the_program()) used.lexicons.emplace(name);
  for (const std::string_view name : types_of_the_program()) used.types.emplace(name);
  return used;
}

class UnusedLinter {
 public:
  UnusedLinter(const RuleSetDefinition& definition, Diagnostics& found) : definition_(definition), used_(used_names(definition)), found_(found) {}

  void run() {
    for (const FragmentDefinition& fragment : definition_.fragments) {
      if (used_.in_patterns.count(fragment.name) == 0)
        report(rule_warning::unused_fragment, "fragment", fragment.name, fragment.pattern.at, fragment.pattern.verbatim ? fragment.pattern.text : "");
    }
    for (const LexiconDefinition& lexicon : definition_.lexicons) {
      if (!is_used(used_.lexicons, lexicon.name)) report(rule_warning::unused_lexicon, "lexicon", lexicon.name, lexicon.at, lexicon.name);
    }
    for (const TypeDefinition& type : definition_.types) {
      if (!type.exported && !is_used(used_.types, type.name)) report(rule_warning::unused_type, "type", type.name, type.at, type.name);
    }
    for (const LayerDefinition& layer : definition_.layers) {
      if (used_.layers.count(layer.name) == 0)
        add_finding(found_, {}, layer.at, layer.name.size(), rule_warning::unused_layer, fmt::format("layer '{}' has no rule", layer.name));
    }
    for (const CutDefinition& cut : definition_.cuts) {
      if (used_.cuts.count(cut.name) == 0) report(rule_warning::unused_cut, "cut", cut.name, cut.at, cut.name);
    }
    lint_word_lists();
  }

 private:
  /// A list that is nearly called like one that is read was meant to be that one, and does nothing. Others may be for rules that are not here.
  void lint_word_lists() {
    std::map<std::string, std::string> read;  // by stem
    for (const LexiconDefinition& lexicon : definition_.lexicons) {
      for (const EntryDefinition& entry : lexicon.entries) read.emplace(stem_of(entry.at.file), entry.at.file);
    }
    std::vector<std::string> stems;
    for (const auto& [stem, path] : read) stems.push_back(stem);
    for (const RuleFile& file : definition_.files) {
      const auto reads_it = [&](const auto& list) { return list.second == file.path; };
      if (file.path.ends_with(".toml") || !holds_words(file.text) || std::any_of(read.begin(), read.end(), reads_it)) continue;
      const std::string near = nearest(stem_of(file.path), stems);
      if (!near.empty())
        add_finding(found_, {}, {file.path, 1, 1}, 1, rule_warning::unused_word_list, "no lexicon reads this word list",
                    fmt::format("did you mean '{}'?", read.at(near)));
    }
  }

  /// "titles" of "lexicon/titles.txt".
  static std::string stem_of(std::string_view path) {
    path.remove_prefix(path.rfind('/') + 1);
    return std::string(path.substr(0, path.rfind('.')));
  }

  static bool holds_words(std::string_view text) {
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      const std::size_t start = line.find_first_not_of(" \t\r");
      if (start != std::string_view::npos && line[start] != '#') return true;
      text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return false;
  }

  bool is_used(const std::set<std::string>& names, const std::string& name) const { return names.count(name) > 0 || used_.in_patterns.count(name) > 0; }

  void report(const char* code, std::string_view sort, const std::string& name, const Place& at, std::string_view meant) {
    const std::size_t width = std::max<std::size_t>(1, meant.substr(0, meant.find('\n')).size());
    add_finding(found_, {}, at, width, code, fmt::format("nothing uses {} '{}'", sort, name));
  }

  const RuleSetDefinition& definition_;
  UsedNames used_;
  Diagnostics& found_;
};

}  // namespace

void lint_unused(const RuleSetDefinition& definition, Diagnostics& found) { UnusedLinter(definition, found).run(); }

}  // namespace onrecord
