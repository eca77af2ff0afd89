#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/speakers/antecedents.h"
#include "onrecord/extract/speakers/body_referents.h"
#include "onrecord/extract/speakers/noun_uses.h"
#include "onrecord/extract/speakers/speaker_list.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Finds whom a definite noun phrase means ("the senator", "the company", "the 58-year-old"), from the names of the document and who spoke
/// before. Refers to what it was made of.
class NounReferents {
 public:
  NounReferents(const NameWords& words, const Document& document, const Names& names, const Antecedents& antecedents, SpeakerList& speakers)
      : words_(words),
        document_(document),
        names_(names),
        antecedents_(antecedents),
        speakers_(speakers),
        uses_(words, document),
        bodies_(words, document, names, antecedents, uses_, speakers) {}
  NounReferents(const NounReferents&) = delete;
  NounReferents& operator=(const NounReferents&) = delete;

  /// The speaker whom a noun phrase, the head of a mention, means; `SpeakerList::none`: cannot tell. `content`: what the one who is told by it
  /// says.
  std::uint32_t of(const MentionHead& noun, Span content);

 private:
  std::string_view text(Span span) const { return document_.folded.slice_within(span); }

  std::uint32_t speaker(std::uint32_t named);
  std::uint32_t own_official(const MentionHead& noun);
  std::uint32_t person_described(const MentionHead& noun, Span content) const;
  bool is_age(Span phrase) const;
  Antecedent newest_person(const MentionHead& noun, Gender gender, Span content) const;
  std::uint32_t known_person(const MentionHead& noun, Span content);
  bool is_new_office(const MentionHead& noun) const;
  bool is_former(const MentionHead& noun) const;
  std::uint32_t one_of_two(const MentionHead& noun, std::string_view which, Span content);
  std::uint32_t name_with(const MentionHead& noun) const;
  std::uint32_t body_of_field(const MentionHead& noun) const;
  bool is_member(const Named& named, const MentionHead& noun) const;
  bool is_party(Span noun) const;
  bool is_party_member(const MentionHead& noun) const;
  std::uint32_t newest_who_spoke(const MentionHead& noun, Span content) const;
  bool may_belong(std::uint32_t person, const MentionHead& noun) const;
  bool tells_owner(const MentionHead& noun, std::string_view form) const;
  std::uint32_t name_with_role(const std::vector<std::string>& nouns, std::uint32_t offset) const;

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  const Antecedents& antecedents_;
  SpeakerList& speakers_;
  NounUses uses_;
  BodyReferents bodies_;
};

}  // namespace onrecord
