#pragma once

#include <vector>

#include "onrecord/extract/attribution.h"
#include "onrecord/extract/name_words.h"
#include "onrecord/extract/structure.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells what the labels are that rules took for speakers ("Lee: The bridge is safe."), and returns whether they are those of a transcript: one
/// occurs twice. Attributions to labels of things ("Pricing: …") are dropped. Turns that no rule found are added: a label that begins three
/// paragraphs or more speaks in all of them that end as sentences do, whatever stands behind it ("Lee: Not today."), if it is somebody's. A
/// paragraph that only asks is left to whoever answers. `attributions` stay in the order of their cues.
bool read_labels(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations,
                 std::vector<AttributionFound>& attributions);

}  // namespace onrecord
