#pragma once

#include <cstdint>
#include <string_view>

#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/speakers/antecedents.h"
#include "onrecord/extract/speakers/noun_uses.h"
#include "onrecord/extract/speakers/speaker_list.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Finds which body a noun phrase means ("the company", "a Quilt Bank analysis", "the statement"), from the bodies that the document names and those that
/// spoke before. Each function returns `SpeakerList::none` where it cannot tell. Refers to what it was made of.
class BodyReferents {
 public:
  BodyReferents(const NameWords& words, const Document& document, const Names& names, const Antecedents& antecedents, NounUses& uses, SpeakerList& speakers)
      : words_(words), document_(document), names_(names), antecedents_(antecedents), uses_(uses), speakers_(speakers) {}

  /// "a Quilt Bank analysis", "the Quilt Bank’s own data": the body whose text it is; later "the analysis" is that, too.
  std::uint32_t that_tells(const MentionHead& noun);
  /// "the statement": who said something "in a statement" last.
  std::uint32_t of_text(const MentionHead& noun) const;
  /// "the company", "the union": the body that its paragraph tells of, or the only one that spoke, if it may be that.
  std::uint32_t called(const MentionHead& noun);

 private:
  std::string_view text(Span span) const { return document_.folded.slice_within(span); }
  std::uint32_t only_one_that_spoke(std::string_view kind) const;
  std::uint32_t of_paragraph(std::uint32_t offset, std::string_view kind);
  bool may_be(std::uint32_t body, std::string_view kind) const;

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  const Antecedents& antecedents_;
  NounUses& uses_;
  SpeakerList& speakers_;
};

}  // namespace onrecord
