#pragma once

#include <string_view>

#include "onrecord/base/span.h"
#include "onrecord/extract/record/record.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// `span` of the folded text without the bytes of `edge`, which are ASCII, at its ends.
Span without_edges(std::string_view text, Span span, std::string_view edge);

/// What was said of what stands between the marks: without a final comma, which belongs to the sentence around, and
/// for a partial quote without a final full stop.
Span quote_content(const Document& document, Span inner, QuoteKind kind);

/// What is claimed: without commas and the like at its ends and without the final full stop.
Span claim_content(const Document& document, Span span);

}  // namespace onrecord
