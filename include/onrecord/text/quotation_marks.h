#pragma once

#include <vector>

#include "onrecord/text/segment.h"

namespace onrecord {

/// A quotation mark where it stands, and what its shape and its neighbours let it do.
struct QuotationMark {
  Span span;  ///< in the folded text; two bytes for '' and ``
  bool is_single = false;
  bool can_open = false;
  bool can_close = false;           ///< both: what is open decides
  bool is_apostrophe_like = false;  ///< a closing single mark that may as well be the apostrophe of "the workers' hall"
  bool may_be_misplaced = false;    ///< a closing double mark that opens in `said," We won"`: behind a comma or colon, before a space
  bool begins_sentence = false;     ///< a double mark that only opens, behind the end of a sentence and before a capital
};

/// The marks of `paragraph`, in order, without apostrophes inside words, elisions ('tis, '90s) and marks of feet and
/// inches.
std::vector<QuotationMark> find_quotation_marks(std::string_view text, Span paragraph, const SegmentWords& words);

/// The bytes of the quotation mark or apostrophe that begins at `offset`; 0 if there is none.
std::uint32_t quotation_mark_size(std::string_view text, std::uint32_t offset);

}  // namespace onrecord
