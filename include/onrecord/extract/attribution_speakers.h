#pragma once

#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/attribution.h"
#include "onrecord/extract/statement.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells which mentions an attribution means by its speaker. Refers to what it is given.
class AttributionSpeakers {
 public:
  AttributionSpeakers(const Document& document, const ClauseSubjects& subjects) : document_(document), subjects_(subjects) {}

  /// The mention the attribution names; without one, the speaker of the statement before in its sentence, else the
  /// subject of the clause before it, else who spoke in the sentence before. `before`: the statements of the attributions before it.
  std::vector<Span> of(const AttributionFound& found, const std::vector<Statement>& before) const;

 private:
  bool opens_sentence(const AttributionFound& found) const;
  bool is_left(const Statement& opening, const AttributionFound& found) const;
  std::vector<Span> of_sentence_before(const AttributionFound& found, const std::vector<Statement>& before) const;

  const Document& document_;
  const ClauseSubjects& subjects_;
};

}  // namespace onrecord
