#pragma once

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

}  // namespace onrecord::bits
