#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/lexicon.h"

namespace onrecord {

/// The private-use characters of a view. A masked annotation is written as: its type's character, a character for the
/// value of each of its choice fields, its index in decimal digits, `token_end`. A tagged word has its tag before it.
namespace view_code {
inline constexpr char32_t first_type = 0xE000;
inline constexpr char32_t first_tag = 0xE800;
inline constexpr char32_t first_choice = 0xF000;  ///< no value; the k-th choice (from 0) is `first_choice + 1 + k`
inline constexpr char32_t last_choice = 0xF8F0;
inline constexpr char32_t token_end = 0xF8FF;
inline constexpr std::string_view inner_dot = "\u2024";
}  // namespace view_code

/// A type that a view masks, as patterns see it.
struct MaskedType {
  std::string name;
  std::uint16_t type = 0;
  struct Choice {
    std::string field;
    std::uint32_t index = 0;  ///< of the field in its type
    std::vector<std::string> values;
  };
  std::vector<Choice> choices;
};

/// What the views of a layer mask and tag. The lexicons belong to the rule set.
struct ViewVocabulary {
  std::vector<MaskedType> masks;
  std::vector<const Lexicon*> tags;
};

/// Which occurrences of a token an anchor means.
struct TokenQuery {
  bool tag = false;         ///< else a masked type
  std::uint32_t index = 0;  ///< into the vocabulary's tags or masks
  /// For masks: choice field (index into `MaskedType::choices`) and the values that fit, as indices.
  std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> choices;
  /// For tags: the words that fit; empty: all.
  std::vector<std::string> words;
};

/// A pattern in RE2's syntax, cut at its anchor.
struct ExpandedPattern {
  std::string left;   ///< empty without an anchor
  std::string right;  ///< the whole pattern without an anchor
  bool anchored = false;
  TokenQuery anchor;
  std::string anchor_field;  ///< empty: none
};

/// Translates patterns as written into RE2's syntax: fragments, lexicons, annotation tokens, tagged words, free spacing.
class PatternExpander {
 public:
  PatternExpander(const std::unordered_map<std::string, const FragmentDefinition*>& fragments,
                  const std::unordered_map<std::string, const Lexicon*>& lexicons, const ViewVocabulary& vocabulary);

  /// `anchor`: name of the masked type or tagged lexicon to cut at; empty: none. Errors are reported at their place; the
  /// result is then not to be used.
  ExpandedPattern expand(const PatternText& pattern, bool extended, std::string_view anchor, Diagnostics& diagnostics) const;

 private:
  friend class PatternScanner;
  const std::unordered_map<std::string, const FragmentDefinition*>& fragments_;
  const std::unordered_map<std::string, const Lexicon*>& lexicons_;
  const ViewVocabulary& vocabulary_;
};

/// Appends `code` in UTF-8.
void append_code_point(std::string& out, char32_t code);

}  // namespace onrecord
