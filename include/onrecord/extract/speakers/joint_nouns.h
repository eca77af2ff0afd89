#pragma once

#include <string_view>

#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// What `joint_noun` gives of two persons.
inline constexpr std::string_view joint_two = "two";

/// Of how many a mention tells who were named together: "two" of "the pair", "the two masons" and "both masons", "bodies" of "the agencies"; else empty.
std::string_view joint_noun(const NameWords& words, const Document& document, const MentionHead& mention);

}  // namespace onrecord
