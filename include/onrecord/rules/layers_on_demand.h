#pragma once

#include <string_view>
#include <vector>

#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// The type whose layers may run on demand: the subjects of clauses.
inline constexpr std::string_view demanded_type = "subject";

/// Finds `Layer::on_demand` of all layers.
void find_layers_on_demand(const std::vector<Type>& types, const std::vector<Rule>& rules, std::vector<Layer>& layers);

}  // namespace onrecord
