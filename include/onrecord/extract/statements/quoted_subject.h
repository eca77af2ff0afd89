#pragma once

#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Whether the subject of a clause may be who says what is quoted in it: somebody with a name, a pronoun for persons, a noun for people, a
/// body or a text, what one of these has ("her answer"); not "it", "those services", "the challenge of the year".
bool may_be_quoted(const Document& document, const NameWords& words, Span subject);

/// Whether a subject is one common noun for a thing, as far as the lists know: "the recipe", "this approach".
bool is_plain_thing(const Document& document, const NameWords& words, Span subject);

}  // namespace onrecord
