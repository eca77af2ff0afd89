#pragma once

#include "onrecord/extract/annotations.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Runs the rules of one layer over all its units and adds what they emit. Within a layer rules do not see each other's
/// output. `use_filters`: skip rules that cannot match; without it the same annotations come out, slower.
void run_layer(const RuleSet& rules, const Layer& layer, const Document& document, bool use_filters, Annotations& annotations);

}  // namespace onrecord
