#include <unordered_set>

#include "onrecord/rules/image.h"
#include "onrecord/rules/pattern_facts.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

/// Calls `visit` with every regex of the rules, always in the same order.
template <typename Visit>
void for_each_regex(std::vector<std::unique_ptr<Regex>>& of_parts, std::vector<Rule>& rules, const Visit& visit) {
  for (const auto& regex : of_parts) visit(*regex);
  const auto visit_optional = [&](std::optional<Regex>& regex) {
    if (regex) visit(*regex);
  };
  for (Rule& rule : rules) {
    for (Filter& filter : rule.refuse) visit_optional(filter.regex);
    for (Filter& filter : rule.require) visit_optional(filter.regex);
    visit_optional(rule.not_left);
    visit_optional(rule.not_right);
  }
}

}  // namespace

std::string RuleSet::automata_image() {
  ImageWriter image;
  for_each_regex(regexes_, rules_, [&](Regex& regex) {
    ImageWriter of_one;
    regex.write_automata(of_one);
    image.part(of_one.take());
  });
  return image.take();
}

void RuleSet::use_automata(std::string_view bytes) {
  ImageReader image(bytes);
  for_each_regex(regexes_, rules_, [&](Regex& regex) { regex.use_automata(image.part()); });
}

std::string RuleSet::facts_image() {
  std::unordered_set<const Regex*> searched_for;  // only of these somebody asks how texts must begin and end
  for (const Layer& layer : layers_) {
    for (const auto& [rule, pattern] : layer.searches) searched_for.insert(rules_[rule].patterns[pattern].right.regex);
  }
  ImageWriter image;
  for_each_regex(regexes_, rules_, [&](Regex& regex) {
    PatternFacts facts = facts_of(regex, searched_for.count(&regex) > 0);
    ImageWriter of_one;
    of_one(facts);
    image.part(of_one.take());
  });
  return image.take();
}

KnownPatterns RuleSet::known_patterns(std::string_view image, std::string_view automata, std::string_view facts) {
  RuleSet rules = from_image(image, nullptr);
  ImageReader automata_reader(automata), facts_reader(facts);
  KnownPatterns known;
  for_each_regex(rules.regexes_, rules.rules_, [&](Regex& regex) {
    const std::string_view its_automata = automata_reader.part(), its_facts = facts_reader.part();
    known.add(regex.pattern(), regex.ignores_case(), its_automata, its_facts);
  });
  return known;
}

}  // namespace onrecord
