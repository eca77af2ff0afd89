#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "onrecord/rules/needs.h"
#include "onrecord/rules/pattern.h"
#include "onrecord/rules/regex.h"

namespace onrecord {

/// Collects the needs of patterns while rules are compiled, each once.
class NeedsTable {
 public:
  /// Where the needs of the pattern stand among `take()`. The same pattern may mean something else in another vocabulary. Both must stay where
  /// they are until then.
  std::uint32_t number_of(const Regex& regex, const ViewVocabulary& vocabulary);
  /// All needs; the first are those of what needs nothing.
  std::vector<Needs> take() { return std::move(needs_); }

 private:
  std::map<std::pair<const Regex*, const ViewVocabulary*>, std::uint32_t> of_regex_;
  std::map<Needs, std::uint32_t> numbers_{{Needs{}, 0}};
  std::vector<Needs> needs_{Needs{}};
};

}  // namespace onrecord
