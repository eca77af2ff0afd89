#pragma once

#include <cstdint>

#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// The nearest body that stands before `offset` in its sentence, wherever in it: "Olera" of "Shares in Olera rose after it", "the bank" of
/// "Investors left the bank when it". Empty: none does.
Span body_before(const NameWords& words, const Document& document, const Names& names, std::uint32_t offset);

}  // namespace onrecord
