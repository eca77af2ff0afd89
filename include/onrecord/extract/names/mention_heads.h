#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Whom or what a mention is about: of "Ann Lee, head of the Quilt Fund" it is "Ann Lee", of "a spokesman for Ann Lee" the
/// spokesman.
struct MentionHead {
  enum class Kind : std::uint8_t { name, pronoun, noun };
  Kind kind = Kind::noun;
  Span span;   ///< the name without title; the pronoun; the noun phrase without its article
  Span whole;  ///< with title or article
  Span noun;   ///< of a noun phrase: its main noun; may be empty
  Pronoun pronoun = Pronoun::none;
  bool definite = false;                ///< of a noun phrase: something before it was meant ("the senator")
  std::uint32_t named = Names::nobody;  ///< of a name that the table has
};

/// Those whom a mention names, the main one first; more than one where several speak together ("Ann Lee and Bo Li").
/// Never empty for a mention with a word in it.
std::vector<MentionHead> read_mention(const NameWords& words, const Document& document, const Names& names, Span mention);

}  // namespace onrecord
