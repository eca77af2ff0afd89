#pragma once

#include <cstdint>
#include <vector>

namespace onrecord {

/// Where in a text markup begins a heading.
struct Heading {
  static constexpr std::uint8_t entry = 7;  ///< the level of what heads an entry of a list: a term, the summary of something folded

  std::uint32_t begin = 0;  ///< byte of the text
  std::uint8_t level = 1;   ///< 1 to 6, the highest first, or `entry`
  bool asks = false;        ///< markup tells that it is a question, to be answered below
  bool operator==(const Heading&) const = default;
};

/// In order of their places.
using Headings = std::vector<Heading>;

}  // namespace onrecord
