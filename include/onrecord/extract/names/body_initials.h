#pragma once

#include <string>
#include <vector>

#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// How letters may stand for the name of a body, in small letters: "qrb" for the "Quilt Roads Board", "dob" for the "Department of Bridges", "qrb" also
/// for the "U.S. Quilt Roads Board", "lisbon qrb" for the "Lisbon Quilt Roads Board". Three letters or more; two of two words: "qa" for "Quilt Airways".
std::vector<std::string> initials_of_body(const NameWords& words, const Document& document, Span name);

/// Whether a word is written as letters that stand for a name: "QRB", "DoB", not "Ace".
bool is_written_as_initials(std::string_view word);

}  // namespace onrecord
