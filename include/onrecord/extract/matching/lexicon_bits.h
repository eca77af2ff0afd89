#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Asks up to 64 lexicons of a rule set about a word at once. Valid as long as the rule set is.
class LexiconBits {
 public:
  using Bits = std::uint64_t;

  /// A null one holds nothing.
  LexiconBits(const RuleSet& rules, std::span<const Lexicon* const> lexicons);

  /// Bit i is set where the i-th of them holds `word`.
  Bits of(std::string_view word) const;

 private:
  const WordLexicons& words_;
  std::vector<Bits> bits_;                                   // by number of the lexicon
  std::vector<std::pair<const Lexicon*, Bits>> asked_each_;  // those that no table knows
};

}  // namespace onrecord
