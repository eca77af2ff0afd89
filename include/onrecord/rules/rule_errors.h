#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"

namespace onrecord {

/// What can be wrong in rules: the codes of errors. Up to E109, and E124, they are found in single files, the others when rules are compiled.
/// `rules check` adds E125.
namespace rule_error {
inline constexpr const char* syntax = "E100";                 ///< no TOML
inline constexpr const char* schema = "E101";                 ///< no `schema`, or a newer one
inline constexpr const char* unknown_key = "E102";            ///< a key or table that the language does not have
inline constexpr const char* wrong_type = "E103";             ///< a number where a text is expected, …
inline constexpr const char* missing_key = "E104";            ///< a required key is not there
inline constexpr const char* duplicate = "E105";              ///< two parts of a kind with one name
inline constexpr const char* bad_value = "E106";              ///< of the right type, but none of the values possible here
inline constexpr const char* missing_file = "E107";           ///< a word list that is not among the files
inline constexpr const char* bad_word_line = "E108";          ///< a line of a word list that does not fit its columns
inline constexpr const char* match_or_words = "E109";         ///< not exactly one of `match`, `any`, `words`; of a cut: `match`, `cuts`
inline constexpr const char* bad_pattern = "E110";            ///< RE2 does not take the pattern
inline constexpr const char* bad_reference = "E111";          ///< braces that hold no reference
inline constexpr const char* unknown_reference = "E112";      ///< a fragment, lexicon or type that the pattern cannot name there
inline constexpr const char* missing_anchor = "E113";         ///< a pattern that does not hold the anchor it is cut at
inline constexpr const char* anchored_alternatives = "E114";  ///< alternatives at top level of a pattern that is cut at its anchor
inline constexpr const char* unknown_choice = "E115";         ///< a selection by a field that is no choice, or by a column that the lexicon lacks
inline constexpr const char* unknown_value = "E116";          ///< a value that the choice field does not have
inline constexpr const char* endless_fragment = "E117";       ///< a fragment or a cut that holds itself
inline constexpr const char* empty_selection = "E118";        ///< no word of the lexicon is selected
inline constexpr const char* matches_empty = "E119";          ///< a pattern that matches the empty string
inline constexpr const char* unknown_name = "E120";           ///< no type, layer, lexicon, cut or rule has that name
inline constexpr const char* unknown_field = "E121";          ///< a field that the emitted type does not have
inline constexpr const char* set_span = "E122";               ///< `set` for a field that holds words of the article
inline constexpr const char* unknown_unique = "E123";         ///< `unique` with a field that the type does not have
inline constexpr const char* bad_utf8 = "E124";               ///< a file that is not UTF-8
inline constexpr const char* unfilled_field = "E125";         ///< a field that each annotation must have and the pattern never fills
}  // namespace rule_error

/// Reports errors at places in rule files, with the line they are on. Refers to the files and the diagnostics.
class RuleReporter {
 public:
  RuleReporter(const std::vector<RuleFile>& files, Diagnostics& diagnostics) : files_(files), diagnostics_(diagnostics) {}

  /// `width`: bytes from `at` on that are meant; cut where the line ends.
  void error(const char* code, const Place& at, std::size_t width, std::string message, std::string hint = {}, std::vector<Note> notes = {});

 private:
  const std::vector<RuleFile>& files_;
  Diagnostics& diagnostics_;
};

/// "it stands here, too": where the first of two that are the same stands.
Note other_place(const Place& at, std::size_t width);

/// Adds `found` to `diagnostics`, each and its notes with the lines of the rule files that they are on.
void add_with_lines(const Diagnostics& found, const std::vector<RuleFile>& files, Diagnostics& diagnostics);

/// Only the first of those that say the same of the same place: what is wrong in a fragment is so for each of its users.
Diagnostics without_repeats(const Diagnostics& found);

/// Line `line` (1-based) of `text` without its end and without a byte-order mark; empty where there is none.
std::string_view line_of(std::string_view text, std::uint32_t line);

/// Whether the error is sure only when all files were read: a name that is not known may stand in one that was not.
bool needs_all_files(const Diagnostic& error);

/// "did you mean 'x'?" for the candidate nearest to `word`; without one, what is `otherwise`.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates, std::string otherwise = {});

/// "a, b, c"
std::string comma_separated(const std::vector<std::string>& names);

}  // namespace onrecord
