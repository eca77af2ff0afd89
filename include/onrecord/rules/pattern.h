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

/// A stretch of a pattern as written: a reference to a fragment, whose text then follows.
struct PatternPlace {
  const PatternText* pattern = nullptr;
  std::size_t offset = 0;
  std::size_t width = 1;
};

/// How an expanded pattern came about, so that a complaint about it can be led back to what somebody wrote.
struct PatternTrace {
  struct Step {
    bool right = false;                ///< in `ExpandedPattern::right`, else in `left`
    std::size_t begin = 0;             ///< offset there of what the step wrote
    PatternPlace at;                   ///< what it wrote that for
    std::vector<PatternPlace> inside;  ///< the references that led there, the outermost first
  };
  std::vector<Step> steps;  ///< in the order of what they wrote, the left part first
};

/// Translates patterns as written into RE2's syntax: fragments, lexicons, annotation tokens, tagged words, free spacing.
class PatternExpander {
 public:
  PatternExpander(const std::unordered_map<std::string, const FragmentDefinition*>& fragments,
                  const std::unordered_map<std::string, const Lexicon*>& lexicons, const ViewVocabulary& vocabulary);

  /// `anchor`: name of the masked type or tagged lexicon to cut at; empty: none. Errors are reported at their place, those
  /// in fragments with the references that led there; the result is then not to be used. `trace` may be null.
  ExpandedPattern expand(const PatternText& pattern, bool extended, std::string_view anchor, Diagnostics& diagnostics,
                         PatternTrace* trace = nullptr) const;

 private:
  friend class PatternScanner;
  const std::unordered_map<std::string, const FragmentDefinition*>& fragments_;
  const std::unordered_map<std::string, const Lexicon*>& lexicons_;
  const ViewVocabulary& vocabulary_;
};

/// Adds to `diagnostic` where it is, and for each reference that led there a note, the innermost first.
void point_at(Diagnostic& diagnostic, const PatternPlace& at, const std::vector<PatternPlace>& inside);

/// Appends `code` in UTF-8.
void append_code_point(std::string& out, char32_t code);

}  // namespace onrecord
