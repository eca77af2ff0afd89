#pragma once

#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Whether the subject of a clause may be who says what is quoted in it: somebody with a name, a pronoun for persons, a noun for people, a
/// body or a text, what one of these has ("her answer"); not "it", "those services", "the challenge of the year".
bool may_be_quoted(const Document& document, const NameWords& words, Span subject);

/// Whether the words between a subject and a quotation tell what is done to it or what it is, by somebody else's words: "the bridge is “being
/// repaired”", "she was found with a bag “full of nails”". A colon tells that it speaks all the same: "her answer was: “No.”"
bool is_told_about(const Document& document, const NameWords& words, Span between);

/// Whether a subject is one common noun for a thing, as far as the lists know: "the recipe", "this approach".
bool is_plain_thing(const Document& document, const NameWords& words, Span subject);

}  // namespace onrecord
