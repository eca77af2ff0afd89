#pragma once

#include <vector>

#include "onrecord/extract/attribution.h"
#include "onrecord/extract/label_nouns.h"
#include "onrecord/extract/structure.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Adds the turns of a transcript that no rule found. A label that a rule took for a speaker's ("Lee: The bridge is safe.") and that begins
/// three paragraphs or more speaks in all of them that end as sentences do, whatever stands behind it ("Lee: Not today."), if `labels` know that
/// it is somebody's. A paragraph that only asks is left to whoever answers. `attributions` stay in the order of their cues.
void add_turns(const Document& document, const Structure& structure, const LabelNouns& labels, std::vector<AttributionFound>& attributions);

}  // namespace onrecord
