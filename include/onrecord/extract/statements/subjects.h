#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/matching/match.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// The subject of a clause: an annotation of type `subject`, read out. Spans are in the folded text.
struct ClauseSubject {
  Span span;               ///< of the annotation
  Span name;               ///< its field `name`
  bool dependent = false;  ///< of a clause that a subordinator or a relative word opens
  Span of;                 ///< the participle or infinitive that has no other subject; empty: none
};

/// The subjects of a document's clauses, found in a sentence when that is first asked for: few are. Refers to what it was made of.
class Subjects {
 public:
  /// `layers`: what finds them on demand; null: all are among the annotations.
  Subjects(const RuleSet& rules, const Document& document, const Annotations& annotations, DocumentLayers* layers = nullptr);

  /// Those that begin in a sentence (an index into `Document::sentences`), by place, of those that begin together the longest first. Stays
  /// as long as the object.
  std::span<const ClauseSubject> in(std::uint32_t sentence) const;

 private:
  std::vector<ClauseSubject> read(std::uint32_t sentence) const;

  const Document& document_;
  const Annotations& annotations_;
  DocumentLayers* layers_;
  TypeId type_;
  std::uint32_t name_ = no_field, relative_ = no_field, of_ = no_field;
  mutable std::vector<std::optional<std::vector<ClauseSubject>>> found_;  // by sentence, once asked for
};

}  // namespace onrecord
