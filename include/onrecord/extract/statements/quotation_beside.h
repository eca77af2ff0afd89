#pragma once

#include <cstdint>
#include <string_view>

#include "onrecord/base/span.h"
#include "onrecord/text/document.h"
#include "onrecord/text/outer_quotations.h"

namespace onrecord {

/// Whether `outer` holds nothing but `inner` and punctuation.
bool is_only(std::string_view text, Span outer, Span inner);

/// The quotation that a sentence without one speaks of: where it ends in a colon, the one that begins right after it, in its paragraph or at the
/// start of the one below; else the one that ends right before it, in its paragraph or at the end of the one above.
/// `OuterQuotations::none`: there is none.
std::uint32_t quotation_beside(const Document& document, const OuterQuotations& outer, std::uint32_t sentence);

}  // namespace onrecord
