#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "onrecord/rules/regex.h"

namespace onrecord {

/// Which side of an anchor.
enum class Side { left, right };

/// Tells in one pass over what stands beside an anchor which of many parts match there, so that it hardly matters how many
/// there are. A part that has matched is not followed further. Safe to use from several threads.
class PartSet {
 public:
  /// Matches at all, for `Regex::match_end` (left) or `Regex::match_start` (right). The parts must outlive it. Built when first used.
  PartSet(std::vector<const Regex*> parts, Side side);
  PartSet(PartSet&&) noexcept;
  PartSet& operator=(PartSet&&) noexcept;
  ~PartSet();

  /// Sets `matched[i]` to whether part i matches; those that it cannot judge count as matching.
  void match(std::string_view text, std::vector<bool>& matched) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
