#pragma once

#include "onrecord/text/segment.h"

namespace onrecord {

/// Fills in `Document::sentences` and `Document::inner_dots` of a document that has paragraphs and quotations. A
/// sentence lies in one paragraph, does not end inside a quotation and is at most 4 KB long.
void find_sentences(Document& document, const SegmentWords& words);

}  // namespace onrecord
