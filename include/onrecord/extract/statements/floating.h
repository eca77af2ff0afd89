#pragma once

#include <vector>

#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/statements/attribution.h"
#include "onrecord/extract/statements/statement.h"

namespace onrecord {

/// What floating quotations are judged by besides the text. Refers to its parts.
struct FloatingContext {
  const Document& document;
  const Structure& structure;
  Symbol stance = 0;  ///< the kind of claims whose speaker no quotation takes over
  const ClauseSubjects& subjects;
  const NameWords& words;
};

/// Makes statements of the quotations that no attribution named (`left`, indices, ascending) and adds them. One that
/// stands in a sentence with an attribution before it goes on with its speaker; one that fills its sentence takes over
/// speaker and cue of the statement before (`carried_from`); one behind the subject of a clause is that subject's.
/// The rest has no speaker: a `term` if it is short, capitalised like a title or without a verb, else a quote. One that is
/// written like a name and stands inside a sentence is a term too.
void attribute_floating(const FloatingContext& context, const std::vector<std::uint32_t>& left, std::vector<Statement>& statements);

}  // namespace onrecord
