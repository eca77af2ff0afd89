#pragma once

#include <string>

#include "onrecord/extract/matching/annotations.h"
#include "onrecord/extract/matching/options.h"
#include "onrecord/extract/structure/structure.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// A document with everything the scanners and the layers found in it, before statements are made of it.
struct Analysis {
  Document document;
  Structure structure;
  Annotations annotations;
};

/// What comes between the layers of lines and those of sentences: the structure, the sentences, the quotations. `headings`: as in `Article`.
void find_sentences(const RuleSet& rules, const Headings& headings, Analysis& analysis);

/// The first half of `extract`: segmentation and all layers of rules.
Analysis analyze(const RuleSet& rules, std::string text, const ExtractOptions& options);

}  // namespace onrecord
