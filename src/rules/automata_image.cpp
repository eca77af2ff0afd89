#include "onrecord/rules/image.h"
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

}  // namespace onrecord
