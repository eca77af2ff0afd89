#include "onrecord/rules/written_rules.h"

namespace onrecord {

const RuleSetDefinition& WrittenRules::definition() const {
  std::call_once(read_once_, [this] {
    if (files_ == nullptr) return;
    Diagnostics ignored;
    definition_ = parse_rules(files_(), ignored);
  });
  return definition_;
}

}  // namespace onrecord
