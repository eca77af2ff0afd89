#include <unordered_set>

#include "onrecord/rules/image.h"
#include "onrecord/rules/pattern_facts.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

/// For each regex what `write(image, regex)` writes.
template <typename Write>
std::string image_of_each(const RegexList& regexes, const Write& write, std::span<const std::size_t> first = {}) {
  std::vector<std::string> images;
  for (std::size_t number = 0; number < regexes.size(); ++number) {
    ImageWriter of_one;
    write(of_one, regexes[number]);
    images.push_back(of_one.take());
  }
  ImageList list(images, first);
  ImageWriter image;
  image(list);
  return image.take();
}

}  // namespace

std::vector<std::size_t> RuleSet::patterns_in_use() const {
  std::vector<std::size_t> numbers;
  for (std::size_t number = 0; number < regexes_->size(); ++number) {
    if ((*regexes_)[number].has_automata()) numbers.push_back(number);
  }
  return numbers;
}

std::string RuleSet::automata_image(std::span<const std::size_t> first) {
  return image_of_each(
      *regexes_, [](ImageWriter& image, const Regex& regex) { regex.write_automata(image); }, first);
}

void RuleSet::use_automata(std::string_view bytes) { regexes_->use_automata(bytes); }

std::string RuleSet::facts_image() {
  std::unordered_set<const Regex*> searched_for;  // only of these somebody asks how texts must begin and end
  for (const Layer& layer : layers_) {
    for (const Search& search : layer.searches) searched_for.insert(rules_[search.rule].patterns[search.pattern].right.regex);
  }
  return image_of_each(*regexes_, [&](ImageWriter& image, const Regex& regex) {
    PatternFacts facts = facts_of(regex, searched_for.count(&regex) > 0);
    image(facts);
  });
}

KnownPatterns RuleSet::known_patterns(std::string_view image, std::string_view automata, std::string_view facts) {
  const RuleSet rules = from_image(image, nullptr);
  ImageReader automata_reader(automata), facts_reader(facts);
  ImageList of_automata, of_facts;
  automata_reader(of_automata);
  facts_reader(of_facts);
  KnownPatterns known;
  for (std::size_t number = 0; number < rules.regexes_->size(); ++number) {
    const Regex& regex = (*rules.regexes_)[number];
    known.add(regex.pattern(), regex.ignores_case(), of_automata[number], of_facts[number]);
  }
  return known;
}

}  // namespace onrecord
