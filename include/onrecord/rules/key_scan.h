#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "onrecord/base/bits.h"

namespace onrecord {

/// A filter of short texts: a bit for each key. A text is sought by the key of three of its bytes.
inline constexpr std::size_t key_bytes = 3;
inline constexpr std::size_t key_count = std::size_t{1} << 16;
using KeyBits = std::array<std::uint64_t, key_count / bits::word_bits>;
using KeyBitsView = std::span<const std::uint64_t, key_count / bits::word_bits>;

/// The key of the three bytes at `offset`, ASCII letters taken as small ones. Texts may share a key.
std::uint32_t key_at(std::string_view text, std::size_t offset);

/// Offsets that a scan found, as many as fit, and the key at each.
struct KeyPlaces {
  std::array<std::uint32_t, 128> offsets;
  std::array<std::uint32_t, 128> keys;
  std::size_t count = 0;
};

/// Sets `places` to the next offsets at or behind `from` whose key is in `keys`. Returns where to go on; `text.size()` at
/// the end. Takes one or two instructions for a byte where the processor has AVX2.
std::size_t find_keys(std::string_view text, std::size_t from, KeyBitsView keys, KeyPlaces& places);
/// The same on any processor.
std::size_t find_keys_one_by_one(std::string_view text, std::size_t from, KeyBitsView keys, KeyPlaces& places);

}  // namespace onrecord
