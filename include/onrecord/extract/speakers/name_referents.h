#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/name_context.h"
#include "onrecord/extract/names/name_initials.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/extract/record/record.h"
#include "onrecord/extract/speakers/speaker_list.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Finds whom a name in a mention means: who is called so in the document, by the whole name or a part of it. Refers to what it was made of.
class NameReferents {
 public:
  NameReferents(const NameWords& words, const Document& document, const Names& names, const NameContext& context, SpeakerList& speakers)
      : words_(words), document_(document), names_(names), context_(context), speakers_(speakers) {}

  /// A speaker, perhaps a new one, and whether the whole name stands there.
  struct Meant {
    std::uint32_t speaker = 0;
    Resolution resolution = Resolution::name;
  };
  /// `name`: the head of a mention. `is_label`: it stands before a colon, or on a line of its own. `is_personal`: only persons do what is told of it.
  Meant of(const MentionHead& name, bool is_label, bool is_personal);

 private:
  std::string_view text(Span span) const { return document_.folded.slice_within(span); }
  std::uint32_t named_by(const MentionHead& name, const std::string& form, bool is_label);
  std::uint32_t link_single(const MentionHead& name, const std::string& part) const;
  std::uint32_t link_initials(std::string_view label);

  const NameWords& words_;
  const Document& document_;
  const Names& names_;
  const NameContext& context_;
  SpeakerList& speakers_;
  std::optional<NameInitials> initials_;  // made for the first label
};

}  // namespace onrecord
