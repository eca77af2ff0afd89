#include "onrecord/extract/record/record_kinds.h"

#include <algorithm>

namespace onrecord {

std::vector<TypeId> custom_kinds(const RuleSet& rules) {
  std::vector<TypeId> kinds;
  for (TypeId type = 0; type < rules.types().size(); ++type) {
    const Type& kind = rules.types()[type];
    const bool is_standard = std::find(standard_kinds.begin(), standard_kinds.end(), kind.name) != standard_kinds.end();
    if (kind.exported && !is_standard) kinds.push_back(type);
  }
  return kinds;
}

}  // namespace onrecord
