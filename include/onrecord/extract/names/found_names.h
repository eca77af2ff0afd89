#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/extract/names/names.h"

namespace onrecord {

/// A person's name as the rules found it.
struct FoundName {
  Span name, title, whole;
  bool titled = false;
  bool certain = false;                 ///< more than the shape of the name tells that it is a person
  std::string form;                     ///< see `name_form`
  std::size_t parts = 0;                ///< of it
  Span suffix;                          ///< "Jr": tells a person from another of the same name
  std::uint32_t named = Names::nobody;  ///< who it is, as soon as that is known
};

/// The names of bodies that the rules found.
struct FoundBodies {
  std::vector<NameMention> mentions;                          ///< by place
  std::vector<std::pair<WordForm, NameUses::Use>> keys = {};  ///< their names, and short forms given in brackets
};

/// "Ann Lee" of "Ann Lee's".
Span without_possessive(const NameWords& words, const Document& document, Span name);
/// The gender that a word of a title or a role tells.
Gender gender_of_title(const NameWords& words, const Document& document, Span title);
/// "Assad" of "al-Assad": what stands behind a hyphen and a small part before it; empty: no such word.
Span behind_small_part(const Document& document, Span word);

}  // namespace onrecord
