#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "onrecord/rules/text_requirements.h"

namespace onrecord {

/// Many patterns, and what texts must hold for each to match: found once, when somebody first asks. (`Needs` tells of each by single symbols,
/// before there is a text.) Safe to use from several threads.
class RegexSet {
 public:
  /// As `TextRequirements`. What the patterns require is found when it is first asked, so they must outlive it.
  RegexSet(std::vector<const Regex*> patterns, std::size_t whole);
  explicit RegexSet(TextRequirements requirements);
  RegexSet(RegexSet&&) noexcept;
  RegexSet& operator=(RegexSet&&) noexcept;
  ~RegexSet();

  /// What the patterns require of a text, found at the first call.
  TextRequirements& requirements() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
