#pragma once

#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/statements/attribution.h"
#include "onrecord/extract/statements/statement.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells which mentions an attribution means by its speaker. Refers to what it is given.
class AttributionSpeakers {
 public:
  /// `source_prepositions`: "according to"; null: none.
  AttributionSpeakers(const Document& document, const NameWords& words, const ClauseSubjects& subjects, const Lexicon* source_prepositions)
      : document_(document), words_(words), subjects_(subjects), source_prepositions_(source_prepositions) {}

  /// The mention the attribution names; without one, the speaker of the statement before in its sentence, else the
  /// subject of the clause before it, else who spoke in the sentence before. `before`: the statements of the attributions before it.
  std::vector<Span> of(const AttributionFound& found, const std::vector<Statement>& before) const;

  /// "they" of "they've demanded": the pronoun that the auxiliary before the cue, and perhaps before adverbs, is joined to; empty: none.
  Span contracted_before(Span cue) const;

 private:
  bool opens_sentence(const AttributionFound& found) const;
  bool tells_what(const Statement& outer, const AttributionFound& found) const;
  bool is_left(const Statement& opening, const AttributionFound& found) const;
  std::vector<Span> of_sentence_before(const AttributionFound& found, const std::vector<Statement>& before) const;

  const Document& document_;
  const NameWords& words_;
  const ClauseSubjects& subjects_;
  const Lexicon* source_prepositions_;
};

}  // namespace onrecord
