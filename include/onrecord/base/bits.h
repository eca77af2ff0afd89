#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

/// A set of small numbers as bits, 64 in a word, so that two sets meet by one operation a word.
namespace onrecord::bits {

inline constexpr std::size_t word_bits = 64;

/// How many words hold the numbers below `count`.
constexpr std::size_t words_for(std::size_t count) { return (count + word_bits - 1) / word_bits; }

/// The number alone, in its word.
constexpr std::uint64_t bit_of(std::size_t number) { return std::uint64_t{1} << number % word_bits; }

/// The words must have room for the number.
constexpr void add(std::span<std::uint64_t> words, std::size_t number) { words[number / word_bits] |= bit_of(number); }
constexpr bool has(std::span<const std::uint64_t> words, std::size_t number) { return (words[number / word_bits] >> number % word_bits & 1) != 0; }
constexpr void remove(std::span<std::uint64_t> words, std::size_t number) { words[number / word_bits] &= ~bit_of(number); }
/// Takes out what `others`, of as many words, holds.
constexpr void remove_all(std::span<std::uint64_t> words, std::span<const std::uint64_t> others) {
  for (std::size_t i = 0; i < words.size(); ++i) words[i] &= ~others[i];
}
constexpr bool any(std::span<const std::uint64_t> words) {
  for (const std::uint64_t word : words) {
    if (word != 0) return true;
  }
  return false;
}

/// Takes out each number, in order, and calls `visit(number)` with it; what a visit takes out itself is not visited any more.
template <typename Visit>
constexpr void take_each(std::span<std::uint64_t> words, const Visit& visit) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    while (words[i] != 0) {
      const auto lowest = static_cast<std::size_t>(std::countr_zero(words[i]));
      words[i] &= words[i] - 1;
      visit(i * word_bits + lowest);
    }
  }
}

/// Calls `visit(number)` for each number that two sets of as many words have in common, in order; a visit may take it out.
template <typename Visit>
constexpr void for_each_common(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, const Visit& visit) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::uint64_t common = a[i] & b[i]; common != 0; common &= common - 1) visit(i * word_bits + static_cast<std::size_t>(std::countr_zero(common)));
  }
}

}  // namespace onrecord::bits
