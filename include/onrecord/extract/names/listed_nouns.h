#pragma once

#include "onrecord/extract/names/mention_heads.h"

namespace onrecord {

/// A mention that is the end of a list of groups which opens the sentence, with all of the list: "Police, prosecutors and witnesses" of
/// "prosecutors and witnesses". Others as they are. `head` is what the mention is about.
Span with_groups_before(const NameWords& words, const Document& document, const MentionHead& head, Span mention);

}  // namespace onrecord
