#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// How well the tests of a rule show what it does.
struct RuleCoverage {
  const Rule* rule = nullptr;
  std::uint64_t fires = 0;                           ///< of its own tests: it makes something
  std::uint64_t silent = 0;                          ///< it makes nothing
  std::vector<bool> patterns;                        ///< of each of its patterns: something came of it, in any test
  std::vector<std::pair<std::string, bool>> fields;  ///< that its patterns can fill: whether one test fills it
};

struct LexiconCoverage {
  const Lexicon* lexicon = nullptr;
  std::vector<bool> words;  ///< of each entry: it stands in a text
};

/// Which parts of a rule set were used by the texts seen so far.
class CoverageCounter {
 public:
  /// Refers to `rules`.
  explicit CoverageCounter(const RuleSet& rules);

  /// Runs the layers on a text and notes what was used. Returns how many annotations each rule made.
  std::vector<std::uint64_t> add(const std::string& text);
  /// Runs all tests of all rules.
  void add_tests();

  const std::vector<RuleCoverage>& rules() const { return rules_; }
  /// Lexicons of words, not those of patterns.
  const std::vector<LexiconCoverage>& lexicons() const { return lexicons_; }
  /// How many annotations each rule made in all texts.
  const std::vector<std::uint64_t>& made() const { return made_; }

 private:
  void add_words(std::string_view text);

  const RuleSet& rule_set_;
  std::vector<RuleCoverage> rules_;
  std::vector<LexiconCoverage> lexicons_;
  std::vector<std::uint64_t> made_;
};

/// `part` of `whole` in percent, rounded down; 100 where there is nothing to cover.
std::uint64_t percent(std::uint64_t part, std::uint64_t whole);

}  // namespace onrecord
