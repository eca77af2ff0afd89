#pragma once

#include "onrecord/extract/annotations.h"
#include "onrecord/extract/extract.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Runs the layers of one kind of unit, in their order, each over all its units, and adds what their rules emit. Within a
/// layer rules do not see each other's output. With `use_filters` what cannot match or cannot win is skipped; without it
/// every rule is tried everywhere, and the same annotations come out, slower.
void run_layers(const RuleSet& rules, Unit unit, const Document& document, const ExtractOptions& options, Annotations& annotations);

}  // namespace onrecord
