#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// What the lines of a list say below a sentence that ends in a colon and its paragraph ("Ann Lee also said:"): each item that is a clause,
/// without bullet or number. A list is lines with bullets, or several lines without blank ones between them in a text
/// whose paragraphs have blank lines around. Spans of the folded text, by place; empty where no list follows.
std::vector<Span> listed_contents(const Document& document, const Structure& structure, const NameWords& words, std::uint32_t sentence);

}  // namespace onrecord
