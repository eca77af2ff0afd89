#pragma once

#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// What a rule took for a subject may be the end of one that has a comma in it, where that end is a place: "Texas" of "A man from Austin, Texas said",
/// "Iran and Turkey" of "Moscow, Iran and Turkey said" and of "Envoys from Russia, Iran and Turkey said".
class SubjectParts {
 public:
  SubjectParts(const NameWords& words, const Document& document) : words_(words), document_(document) {}

  /// The mentions of a subject that ends in `mention`: each part of a list of places, or what the place tells of; else `mention` alone.
  std::vector<Span> of(Span mention) const;

 private:
  std::string_view text(Span span) const { return document_.folded.slice(span); }

  Span before_comma(Span mention) const;
  std::vector<Span> parts_of_list(Span before, Span last) const;
  bool are_places(Span span) const;
  bool opens_noun_phrase(const WordSpans& words) const;
  bool ends_in_place_name(const WordSpans& words) const;

  const NameWords& words_;
  const Document& document_;
};

}  // namespace onrecord
