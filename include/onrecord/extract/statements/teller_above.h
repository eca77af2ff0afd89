#pragma once

#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/statements/attribution.h"
#include "onrecord/text/document.h"
#include "onrecord/text/outer_quotations.h"

namespace onrecord {

/// Who the sentence above a quotation tells of: "Ann Lee shook her head. “No.”" Refers to what it was made of.
class TellerAbove {
 public:
  TellerAbove(const Document& document, const ClauseSubjects& subjects, const NameWords& words, const OuterQuotations& outer)
      : document_(document), subjects_(subjects), words_(words), outer_(outer) {}

  struct Found {
    Span subject;             ///< of the sentence; empty: it tells of nobody
    bool introduces = false;  ///< it ends in a colon, or tells what one does as one speaks: a nod, a laugh
  };
  /// Of a quotation that opens the sentence `sentence`.
  Found of(std::uint32_t sentence) const;

 private:
  bool is_person(Span subject) const;
  bool is_gesture(Span subject) const;

  const Document& document_;
  const ClauseSubjects& subjects_;
  const NameWords& words_;
  const OuterQuotations& outer_;
};

}  // namespace onrecord
