#pragma once

#include "onrecord/text/segment.h"

namespace onrecord {

/// Pairs the quotation marks of a document that has paragraphs and fills in `Document::quotations`. Takes time in
/// proportion to the text, whatever the marks are. Quotations of one document never cross; deeper than three levels
/// none is kept.
void find_quotations(Document& document, const SegmentWords& words);

}  // namespace onrecord
