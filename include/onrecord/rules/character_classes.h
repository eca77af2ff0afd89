#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "onrecord/rules/code_ranges.h"

namespace onrecord {

/// Sets of code points, each with its number; the numbers go from 0 on without a gap.
using NumberedSets = std::map<CodeRanges, std::uint16_t>;

/// The characters that some sets do not tell apart, as one class each: those that the same sets hold. Classes that letters have come first.
struct CharacterClasses {
  static constexpr std::size_t page_size = 64;               ///< code points whose classes stand together
  static constexpr std::size_t block_size = 16 * page_size;  ///< code points whose pages stand together
  static constexpr char32_t paged = 0x10000;                 ///< code points from here on are in no page

  explicit CharacterClasses(const NumberedSets& numbered);

  std::size_t count = 0;                  ///< of classes
  std::vector<char32_t> stretches;        ///< code points at which another class begins; the first is 0
  std::vector<std::uint16_t> of_stretch;  ///< the class of each
  std::vector<std::uint8_t> block_of;     ///< by code point / `block_size`
  std::vector<std::uint16_t> page_of;     ///< the pages of each block, equal blocks only once
  std::vector<std::uint16_t> pages;       ///< classes of the code points of a page, equal pages only once
  std::size_t words_of_sets = 0;          ///< words of 64 bits in a row of `sets`
  std::vector<std::uint64_t> sets;        ///< a row of bits for each class: which sets hold it, by number

 private:
  std::vector<std::uint16_t> write_pages();
  void write_blocks(const std::vector<std::uint16_t>& page_numbers);
};

}  // namespace onrecord
