#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"

namespace onrecord {

/// The contents of the claims so far. No two of them cross.
class ClaimContents {
 public:
  void add(Span content);
  /// Whether one of them overlaps `content` and neither holds the other.
  bool cross(Span content) const;

 private:
  std::vector<Span> contents_;  // sorted
  std::uint32_t longest_ = 0;   // size of the longest
};

}  // namespace onrecord
