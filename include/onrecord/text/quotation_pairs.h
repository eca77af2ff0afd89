#pragma once

#include <vector>

#include "onrecord/text/quotation_marks.h"

namespace onrecord {

/// Two quotation marks that belong together.
struct QuotationPair {
  Span open;   ///< empty: the quotation goes on from the paragraph before
  Span close;  ///< empty: it ends with its paragraph, or where the next one begins, which goes on with it
  bool is_single = false;
};

/// The pairs of one paragraph, and what its neighbours must know.
struct PairedParagraph {
  std::vector<QuotationPair> pairs;  ///< in the order of their closing marks; they nest or stand apart
  Span unclosed;                     ///< the last outer opening mark, where nothing closes it; empty: none
  bool closed_elsewhere = false;     ///< pairs of another shape follow `unclosed`: it is meant if the next paragraph goes on
  Span first_close;                  ///< an outer closing mark before any opening one; empty: none
  bool begins_with_opening = false;  ///< an outer opening mark is the first thing in it
};

/// Pairs `marks` in one pass. Single marks count inside double ones; with `outer_is_single` everywhere.
PairedParagraph pair_marks(const std::vector<QuotationMark>& marks, Span paragraph, bool outer_is_single);

}  // namespace onrecord
