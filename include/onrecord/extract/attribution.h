#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/annotations.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// An annotation of type `attribution`, read out. Spans are in the folded text; empty ones are not there.
struct AttributionFound {
  Span speaker, cue, quote, quote2, content, content2;
  Span subject;               ///< of the sentence's main clause
  Symbol lemma = 0, cue_class = 0, kind = 0;
  bool from_subject = false;  ///< names no speaker: goes on with whoever spoke in the sentence, else its subject
  std::uint32_t sentence = 0;
  RuleId rule = no_rule;
};

/// All attributions of the document by the place of their cue. None where the rule set has no such type.
std::vector<AttributionFound> find_attributions(const RuleSet& rules, const Document& document, const Annotations& annotations);

/// The subjects of main clauses (type `subject`), sorted.
std::vector<Span> main_subjects(const RuleSet& rules, const Annotations& annotations);

/// Index of the sentence that holds `offset`.
std::uint32_t sentence_at(const Document& document, std::uint32_t offset);

}  // namespace onrecord
