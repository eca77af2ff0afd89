#include "onrecord/rules/character_classes.h"

#include <algorithm>
#include <span>

#include "onrecord/base/bits.h"

namespace onrecord {
namespace {

/// The code points at which a set begins or ends, and 0.
std::vector<char32_t> find_stretches(const NumberedSets& sets) {
  std::vector<char32_t> stretches = {0};
  for (const auto& [ranges, number] : sets) {
    for (const auto& [first, last] : ranges) stretches.insert(stretches.end(), {first, last + 1});
  }
  std::sort(stretches.begin(), stretches.end());
  stretches.erase(std::unique(stretches.begin(), stretches.end()), stretches.end());
  return stretches;
}

/// Of each stretch, the numbers of the sets that hold it, ascending.
std::vector<std::vector<std::uint32_t>> sets_by_stretch(const NumberedSets& sets, const std::vector<char32_t>& stretches) {
  std::vector<std::vector<std::uint32_t>> holding(stretches.size());
  for (const auto& [ranges, number] : sets) {
    for (const auto& [first, last] : ranges) {
      auto i = static_cast<std::size_t>(std::lower_bound(stretches.begin(), stretches.end(), first) - stretches.begin());
      for (; i < stretches.size() && stretches[i] <= last; ++i) holding[i].push_back(number);
    }
  }
  for (auto& numbers : holding) std::sort(numbers.begin(), numbers.end());
  return holding;
}

}  // namespace

CharacterClasses::CharacterClasses(const NumberedSets& numbered) : stretches(find_stretches(numbered)) {
  std::map<std::vector<std::uint32_t>, std::uint16_t> classes;  // by the numbers of the sets
  const auto class_of = [&](const std::vector<std::uint32_t>& numbers) {
    return classes.try_emplace(numbers, static_cast<std::uint16_t>(classes.size())).first->second;
  };
  const std::vector<std::vector<std::uint32_t>> by_stretch = sets_by_stretch(numbered, stretches);
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (stretches[i] >= U'a' && stretches[i] <= U'z') class_of(by_stretch[i]);
  }
  for (const auto& numbers : by_stretch) of_stretch.push_back(class_of(numbers));
  count = classes.size();
  words_of_sets = bits::words_for(numbered.size());
  sets.resize(words_of_sets * count);
  for (const auto& [numbers, own] : classes) {
    const auto row = std::span(sets).subspan(own * words_of_sets, words_of_sets);
    for (const std::uint32_t set : numbers) bits::add(row, set);
  }
  write_blocks(write_pages());
}

/// Returns the number of each page.
std::vector<std::uint16_t> CharacterClasses::write_pages() {
  std::vector<std::uint16_t> page_numbers(paged / page_size);
  std::map<std::vector<std::uint16_t>, std::uint16_t> known;
  std::vector<std::uint16_t> page(page_size);
  std::size_t stretch = 0;
  bool is_even = false;  // the page before holds one class
  const auto next_begin = [&] { return stretch + 1 < stretches.size() ? stretches[stretch + 1] : char32_t{0xFFFFFFFF}; };
  for (std::size_t number = 0; number < page_numbers.size(); ++number) {
    const auto begin = static_cast<char32_t>(number * page_size);
    while (next_begin() <= begin) ++stretch;
    const bool was_even = is_even;
    is_even = next_begin() >= begin + page_size;
    if (is_even && was_even && page.front() == of_stretch[stretch]) {
      page_numbers[number] = page_numbers[number - 1];
      continue;
    }
    for (std::size_t i = 0; i < page_size; ++i) {
      while (next_begin() <= begin + i) ++stretch;
      page[i] = of_stretch[stretch];
    }
    const auto [same, added] = known.try_emplace(page, static_cast<std::uint16_t>(known.size()));
    page_numbers[number] = same->second;
    if (added) pages.insert(pages.end(), page.begin(), page.end());
  }
  return page_numbers;
}

void CharacterClasses::write_blocks(const std::vector<std::uint16_t>& page_numbers) {
  static_assert(paged / block_size <= 1U << 8U);
  constexpr std::size_t pages_of_block = block_size / page_size;
  std::map<std::vector<std::uint16_t>, std::uint8_t> known;
  for (auto page = page_numbers.begin(); page != page_numbers.end(); page += pages_of_block) {
    const std::vector<std::uint16_t> block(page, page + pages_of_block);
    const auto [same, added] = known.try_emplace(block, static_cast<std::uint8_t>(known.size()));
    block_of.push_back(same->second);
    if (added) page_of.insert(page_of.end(), block.begin(), block.end());
  }
}

}  // namespace onrecord
