#pragma once

#include <string_view>

#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// What the words around a mention tell of whom it means: a person or a body. Refers to what it was made of.
class SpeakerHints {
 public:
  SpeakerHints(const NameWords& words, const Document& document) : words_(words), document_(document) {}

  /// "he" or "his", ", who", ", an economist" behind a name, "a resident surnamed" before it.
  bool tells_of_person(Span name) const;
  /// ", which", ", maker of boats" or "said its" behind a name, "the bank" before it.
  bool tells_of_thing(Span name) const;
  /// Whether what one person is follows behind a comma: ", treasurer of the port".
  bool apposes_post(Span name) const;
  /// ", which" or "said it" behind a noun that means a person or a firm: "The miner said it had sold two boats".
  bool tells_of_firm(Span noun) const;

 private:
  std::string_view text(Span word) const { return document_.folded.slice(word); }
  bool is_post(std::string_view noun) const;
  bool tells_post(std::span<const Span> words) const;
  bool is_called_before(Span name) const;
  bool is_body_before(Span name) const;
  bool apposes_body(Span name) const;
  bool goes_on_with_which(Span mention) const;
  bool verb_and(Span mention, Pronoun thing, std::size_t reach) const;

  const NameWords& words_;
  const Document& document_;
};

}  // namespace onrecord
