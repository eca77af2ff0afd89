#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"

namespace onrecord {

/// What can be wrong in a rule file before its parts are put together. The codes from E110 on belong to `RuleSet::compile`.
namespace rule_error {
inline constexpr std::string_view syntax = "E100";          ///< no TOML
inline constexpr std::string_view schema = "E101";          ///< no `schema`, or a newer one
inline constexpr std::string_view unknown_key = "E102";     ///< a key or table that the language does not have
inline constexpr std::string_view wrong_type = "E103";      ///< a number where a text is expected, …
inline constexpr std::string_view missing_key = "E104";     ///< a required key is not there
inline constexpr std::string_view duplicate = "E105";       ///< two parts of a kind with one name
inline constexpr std::string_view bad_value = "E106";       ///< of the right type, but none of the values possible here
inline constexpr std::string_view missing_file = "E107";    ///< a word list that is not among the files
inline constexpr std::string_view bad_word_line = "E108";   ///< a line of a word list that does not fit its columns
inline constexpr std::string_view match_or_words = "E109";  ///< not exactly one of `match`, `any`, `words`
inline constexpr std::string_view bad_utf8 = "E124";        ///< a file that is not UTF-8
}  // namespace rule_error

/// Reports errors at places in rule files, with the line they are on. Refers to the files and the diagnostics.
class RuleReporter {
 public:
  RuleReporter(const std::vector<RuleFile>& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  /// `width`: bytes from `at` on that are meant; cut where the line ends.
  void error(std::string_view code, const Place& at, std::size_t width, std::string message, std::string hint = {});

 private:
  const std::vector<RuleFile>& files_;
  Diagnostics& diagnostics_;
};

/// Adds `found` to `diagnostics`, each and its notes with the lines of the rule files that they are on.
void add_with_lines(const Diagnostics& found, const std::vector<RuleFile>& files, Diagnostics& diagnostics);

/// Only the first of those that say the same of the same place: what is wrong in a fragment is so for each of its users.
Diagnostics without_repeats(const Diagnostics& found);

/// Line `line` (1-based) of `text` without its end and without a byte-order mark; empty where there is none.
std::string_view line_of(std::string_view text, std::uint32_t line);

/// "did you mean 'x'?" for the candidate nearest to `word`; without one, what is `otherwise`.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates, std::string otherwise = {});

/// "a, b, c"
std::string comma_separated(const std::vector<std::string>& names);

}  // namespace onrecord
