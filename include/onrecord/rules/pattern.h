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
#include "onrecord/rules/pattern_places.h"
#include "onrecord/rules/view_code.h"
#include "onrecord/rules/view_vocabulary.h"

namespace onrecord {

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

class ExpandedFragments;

/// Translates patterns as written into RE2's syntax: fragments, lexicons, annotation tokens, tagged words, free spacing.
class PatternExpander {
 public:
  PatternExpander(const std::unordered_map<std::string, const FragmentDefinition*>& fragments, const std::unordered_map<std::string, const Lexicon*>& lexicons,
                  const ViewVocabulary& vocabulary);
  /// The same, taking what fragments were expanded to from `expanded` and adding to it.
  PatternExpander(const std::unordered_map<std::string, const FragmentDefinition*>& fragments, const std::unordered_map<std::string, const Lexicon*>& lexicons,
                  const ViewVocabulary& vocabulary, ExpandedFragments& expanded);

  /// `anchor`: name of the masked type or tagged lexicon to cut at; empty: none. Errors are reported at their place, those
  /// in fragments with the references that led there; the result is then not to be used. `trace` may be null.
  ExpandedPattern expand(const PatternText& pattern, bool extended, std::string_view anchor, Diagnostics& diagnostics, PatternTrace* trace = nullptr) const;

 private:
  friend class PatternScanner;
  const std::unordered_map<std::string, const FragmentDefinition*>& fragments_;
  const std::unordered_map<std::string, const Lexicon*>& lexicons_;
  const ViewVocabulary& vocabulary_;
  ExpandedFragments* expanded_ = nullptr;  // null: each is expanded anew
};

}  // namespace onrecord
