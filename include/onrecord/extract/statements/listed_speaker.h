#pragma once

#include <cstdint>

#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/statements/teller_above.h"
#include "onrecord/text/document.h"
#include "onrecord/text/outer_quotations.h"

namespace onrecord {

/// Who speaks in a list of quotations, each below what it is about, all below a name: "Quilt coach Ann Lee", "On the bridge:", "“It is safe.”",
/// "On the town:", "“It is rich.”", or below a sentence that tells of somebody: "Coach Ann Lee spoke to reporters.". Refers to what it was made of.
class ListedSpeaker {
 public:
  ListedSpeaker(const Document& document, const NameWords& words, const OuterQuotations& outer, const TellerAbove& teller)
      : document_(document), words_(words), outer_(outer), teller_(teller) {}

  /// Of a quotation that opens a paragraph (an index); to be asked in the order of the text. Empty: there is no such list.
  Span of(std::uint32_t paragraph);

 private:
  std::string_view text(Span span) const { return document_.folded.slice(span); }

  bool is_topic(std::uint32_t paragraph) const;
  Span name_in(std::uint32_t paragraph) const;

  const Document& document_;
  const NameWords& words_;
  const OuterQuotations& outer_;
  const TellerAbove& teller_;
  Span speaker_;            // of the list that was met last
  std::uint32_t last_ = 0;  // paragraph of its last quotation
};

}  // namespace onrecord
