#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Finds the list of names that a mention is a part of. Refers to what it was made of; spans are in the folded text.
class MentionList {
 public:
  MentionList(const NameWords& words, const Document& document, const Names& names) : words_(words), document_(document), names_(names) {}

  /// "the mayor nor the council" of "Neither the mayor nor the council": the first word says that two follow, and is part of neither.
  Span without_pair_word(Span mention) const;
  /// All of the list, with the pronoun that it begins with ("He and Ann Lee"); `mention` where it stands alone. `heads`: those whom the mention
  /// names, as `read_mention` gives them.
  Span around(Span mention, const std::vector<MentionHead>& heads) const;

 private:
  std::string_view text(Span span) const { return document_.folded.slice_within(span); }

  Span with_names_before(Span mention, const std::vector<MentionHead>& heads) const;
  Span with_bodies_before(Span mention, const std::vector<MentionHead>& heads) const;
  std::uint32_t behind_article(std::uint32_t offset) const;
  std::uint32_t before_article(std::uint32_t offset) const;
  Span with_pronoun_before(Span mention) const;
  Span with_names_behind(Span mention, const std::vector<MentionHead>& heads) const;
  bool opens_clause(std::uint32_t offset) const;
  bool ends_clause(std::uint32_t offset) const;
  bool is_conjunction(std::string_view between) const;
  bool joins_with_role(Span between) const;

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
};

}  // namespace onrecord
