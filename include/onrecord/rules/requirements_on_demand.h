#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "onrecord/rules/text_requirements.h"

namespace onrecord {

/// What texts must hold for each of many patterns to match (`TextRequirements`): found once, when somebody first asks, or read from an image. Safe to
/// use from several threads.
class RequirementsOnDemand {
 public:
  /// As `TextRequirements`. What the patterns require is found when it is first asked, so they must outlive it.
  RequirementsOnDemand(std::vector<const Regex*> patterns, std::size_t whole);
  explicit RequirementsOnDemand(TextRequirements requirements);
  RequirementsOnDemand(RequirementsOnDemand&&) noexcept;
  RequirementsOnDemand& operator=(RequirementsOnDemand&&) noexcept;
  ~RequirementsOnDemand();

  /// What the patterns require of a text, found at the first call.
  TextRequirements& requirements() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
