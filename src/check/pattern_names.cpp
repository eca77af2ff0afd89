#include "onrecord/check/pattern_names.h"

#include <string_view>
#include <vector>

#include "onrecord/check/pattern_tokens.h"

namespace onrecord {
namespace {

std::set<std::string> names_in_braces(const PatternText& pattern, bool extended) {
  std::set<std::string> names;
  for (const PatternToken& token : pattern_tokens(pattern.text, extended)) {
    if (token.kind != TokenKind::reference) continue;
    for (std::string& name : names_in_reference(std::string_view(pattern.text).substr(token.begin, token.end - token.begin))) names.insert(std::move(name));
  }
  return names;
}

}  // namespace

PatternNames::PatternNames(const RuleSetDefinition& definition) {
  for (const FragmentDefinition& fragment : definition.fragments) in_fragments_[fragment.name] = names_in_braces(fragment.pattern, false);
}

std::set<std::string> PatternNames::in(const PatternText& pattern, bool extended) const {
  std::set<std::string> names = names_in_braces(pattern, extended);
  std::vector<std::string> waiting(names.begin(), names.end());
  while (!waiting.empty()) {
    const auto fragment = in_fragments_.find(waiting.back());
    waiting.pop_back();
    if (fragment == in_fragments_.end()) continue;
    for (const std::string& name : fragment->second) {
      if (names.insert(name).second) waiting.push_back(name);
    }
  }
  return names;
}

}  // namespace onrecord
