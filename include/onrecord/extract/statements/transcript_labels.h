#pragma once

#include <vector>

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/names/name_words.h"
#include "onrecord/extract/statements/attribution.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/extract/structure/transcript.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells what the labels are that rules took for speakers ("Lee: The bridge is safe."). Attributions to datelines ("Oslo: …") and to labels of things
/// ("Pricing: …") are dropped. Turns that no rule found are added: a label that begins three paragraphs or more speaks in all of them that end as
/// sentences do, whatever stands behind it ("Lee: Not today."), if it is somebody's. A paragraph that only asks is left to whoever answers. Where
/// somebody has two labels, or two lines begin with one, the labels are those of a transcript, and each tells of all its paragraph. `attributions` stay in the
/// order of their cues.
void read_labels(const RuleSet& rules, const NameWords& words, const Document& document, const Structure& structure, const Annotations& annotations,
                 std::vector<AttributionFound>& attributions);

/// What the turn tells, as attributions to its speaker: one for each of its paragraphs that is more than questions. None where nobody is named.
std::vector<AttributionFound> attributions_of(const RuleSet& rules, const Document& document, const Annotations& annotations, const Turn& turn);

/// Whether the attribution is a label and what it speaks: its cue is a colon ("Ann Lee: …", not the dash of "Bridge is safe – police"), or there is none, as
/// the label is a line of its own.
bool tells_by_label(const Document& document, const AttributionFound& found);

/// The speaker's label at the start of a quotation that is a line of a transcript ("MR. LEE: …", "Ann Lee: …"), without
/// its colon; empty: none. In small letters only names of several words at the start of a paragraph are labels.
Span label_inside(const Document& document, const Quotation& quotation);

}  // namespace onrecord
