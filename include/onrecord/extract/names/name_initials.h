#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "onrecord/extract/names/names.h"

namespace onrecord {

/// Whom initials mean, as in the labels of an interview. Keeps nothing of the names that it was made of.
class NameInitials {
 public:
  explicit NameInitials(const Names& names);

  /// The only person whose names begin with these two or three capitals, with dots or without; where there is none, the only one whose first and last name
  /// do. Else `Names::nobody`.
  std::uint32_t person(std::string_view label) const;

 private:
  using ByInitials = std::unordered_map<std::string, std::uint32_t>;

  ByInitials of_all_;    // "atl" of "Ann Trask Lee"; several who have the same are nobody
  ByInitials of_outer_;  // "al"
};

}  // namespace onrecord
