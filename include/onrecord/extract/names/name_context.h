#pragma once

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Reads what stands beside a name. Refers to what it was made of.
class NameContext {
 public:
  NameContext(const NameWords& words, const Document& document) : words_(words), document_(document) {}

  /// Fills in the paragraph of a mention and whether it is quoted, a possessive, said of somebody else.
  void describe(NameMention& mention) const;
  /// Whether a conjunction joins two names: "Ann Lee and Bo Li", "Ann Lee and her husband, Bo Li".
  bool are_joined(Span first, Span second) const;
  /// The gender that a pronoun shortly behind the name speaks for: "his" within five words, "He" at the start of the next sentence.
  Gender gender_behind(Span name) const;
  /// Whether the paragraph of `offset` has a pronoun of that gender before it, outside quotation marks.
  bool has_pronoun_before(Gender gender, std::uint32_t offset) const;
  /// Whether somebody who is named there agrees: "echoed by Ann Lee".
  bool agrees(std::uint32_t name) const;
  /// The outermost quotation that covers `offset`, as index into `Document::quotations`; `OuterQuotations::none`: none does.
  std::uint32_t quotation_at(std::uint32_t offset) const;

 private:
  bool noun_behind(std::uint32_t end) const;

  const NameWords& words_;
  const Document& document_;
};

}  // namespace onrecord
