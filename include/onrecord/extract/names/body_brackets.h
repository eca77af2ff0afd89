#pragma once

#include <vector>

#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Names of whatever words whose first letters stand in brackets right behind them: "Athletics Quilt (AQ)", "Board for the Roads of Quilt (BRQ)"; and
/// those of words with capitals whose letters, three or more, the text uses as a name: "Quilt Roads Industry" where "the QRI" stands. By place, none
/// over another. Not of what a person is called: "Chief Quilt Officer (CQO)".
std::vector<Span> names_with_letters(const NameWords& words, const Document& document);

/// Whether a span overlaps one of several, which are by place, and none over another.
bool overlaps_one(const std::vector<Span>& by_place, Span span);

/// Letters in brackets right behind a name, the first and the last of them capitals: "(WQU)", "(DoB)". Empty: none.
Span letters_behind(const Document& document, Span name);

}  // namespace onrecord
