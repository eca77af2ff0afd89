#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "onrecord/rules/regex.h"

namespace onrecord {

/// Patterns that were checked and compiled before, by their text: what is expensive about them stands in images. Whoever compiles rules asks here
/// first, so that only patterns that are new cost something. Holds views of the images, which must outlive it and the regexes from it. Immutable once
/// it is filled.
class KnownPatterns {
 public:
  /// What is the same in text and in regard to case is added once.
  void add(std::string_view pattern, bool ignore_case, std::string_view automata, std::string_view facts) {
    by_case_[ignore_case ? 1 : 0].try_emplace(pattern, Images{automata, facts});
  }
  /// None where no pattern has exactly this text.
  std::optional<Regex> find(std::string_view pattern, bool ignore_case) const {
    const auto& known = by_case_[ignore_case ? 1 : 0];
    const auto found = known.find(pattern);
    if (found == known.end()) return std::nullopt;
    Regex regex = Regex::in_image(found->first, ignore_case);
    regex.use_automata(found->second.automata);
    regex.use_facts(found->second.facts);
    return regex;
  }

 private:
  struct Images {
    std::string_view automata, facts;  // for `Regex::use_automata` and `Regex::use_facts`
  };
  std::array<std::unordered_map<std::string_view, Images>, 2> by_case_;  // those that tell capitals from small letters, and those that do not
};

}  // namespace onrecord
