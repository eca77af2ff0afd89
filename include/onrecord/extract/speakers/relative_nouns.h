#pragma once

#include <cstdint>

#include "onrecord/base/span.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// The noun phrase that a relative pronoun at `offset` is said of: "some far-off neighbours" before "who said", "officials" before "in
/// Washington who said". Empty: no noun for somebody stands there, or one that is itself said of a name ("Ann Lee, a retired nurse who said").
Span noun_before_relative(const NameWords& words, const Document& document, const Names& names, std::uint32_t offset);

}  // namespace onrecord
