#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/rules/pattern_places.h"
#include "onrecord/rules/pattern_reference.h"
#include "onrecord/rules/view_vocabulary.h"

namespace onrecord {

/// The values of a choice field that are selected: the field as index into `MaskedType::choices`, the values as indices into its own.
using SelectedChoice = std::pair<std::uint32_t, std::vector<std::uint32_t>>;

/// Finds what the references of patterns name in the vocabulary of a layer, and reports what is not there. Refers to the vocabulary and the reporter.
class ReferenceTargets {
 public:
  ReferenceTargets(const ViewVocabulary& vocabulary, PatternReporter& reporter) : vocabulary_(vocabulary), reporter_(reporter) {}

  /// Index into the masks; none, reported, where the layer masks no such type.
  std::optional<std::uint32_t> mask(const std::string& name, const PatternPlace& at) const;
  /// Index into the tags of the lexicon that is an anchor; none, reported, where the layer does not tag it.
  std::optional<std::uint32_t> anchor_tag(const std::string& name, const PatternPlace& at) const;
  /// The tags of `{one|other}`; none, reported, where the layer does not tag one of them, or where words are selected.
  std::optional<std::vector<std::uint32_t>> union_tags(const PatternReference& reference, const PatternPlace& at) const;
  /// The tag of a lexicon; none where the layer does not tag it.
  std::optional<std::uint32_t> tag_of(const Lexicon& lexicon) const;
  /// The first tag whose lexicon holds the word; none where no tagged one does.
  std::optional<std::uint32_t> tag_of_word(std::string_view word) const;

  /// What a reference to a masked type selects by its choice fields. What the type does not have is reported and left out.
  std::vector<SelectedChoice> choices(const MaskedType& mask, const PatternReference& reference, const PatternPlace& at) const;
  /// The words of the lexicon that a reference selects, all without a selection. None is an error.
  std::vector<std::string> words(const Lexicon& lexicon, const PatternReference& reference, const PatternPlace& at) const;

  const ViewVocabulary& vocabulary() const { return vocabulary_; }

 private:
  std::optional<std::uint32_t> tag_called(const std::string& name) const;
  std::optional<SelectedChoice> choice(const MaskedType& mask, const std::string& field, const std::vector<std::string>& values, const PatternPlace& at) const;
  bool has_columns(const Lexicon& lexicon, const PatternReference& reference, const PatternPlace& at) const;

  const ViewVocabulary& vocabulary_;
  PatternReporter& reporter_;
};

}  // namespace onrecord
