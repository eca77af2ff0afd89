#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

/// What a page would cost to parse, by its tags alone.
enum class HtmlCost : std::uint8_t {
  fair,      ///< time and memory in proportion to its size
  too_deep,  ///< elements are nested too deeply, or formatting elements stay open, which a parser opens again in each block
  too_much,  ///< more elements and attributes than any article has: each costs some 300 bytes, however short it is written
};

/// The most elements and attributes of a page.
inline constexpr std::uint32_t most_html_parts = 1'000'000;

/// Reads the tags once; does not parse.
HtmlCost html_cost(std::string_view html);

}  // namespace onrecord
