#pragma once

#include <cstdint>

#include "onrecord/extract/names/mention_heads.h"
#include "onrecord/extract/names/names.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Whom a noun of the article's lead means, who is named right below: "the bridge is old, an economist has said", and then "Ann Lee, chief economist of
/// the port"; "the roads secretary has said", and then a paragraph that begins with "Ann Lee". `Names::nobody`: nobody.
std::uint32_t person_named_below(const NameWords& words, const Document& document, const Names& names, const MentionHead& noun);

/// The only person of the body that stands before a noun of whom no role is told: "the Quilt Party's leader" of "the Quilt Party's Ann Lee".
/// `Names::nobody`: there is none, or there are several.
std::uint32_t only_person_of_body(const NameWords& words, const Document& document, const Names& names, const MentionHead& noun);

}  // namespace onrecord
