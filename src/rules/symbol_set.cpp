#include "onrecord/rules/symbol_set.h"

#include <algorithm>
#include <cstring>

#include "onrecord/text/characters.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace onrecord {
namespace {

constexpr std::size_t block_size = 16;

/// Whether 16 bytes are all ASCII.
bool is_ascii_block(const char* bytes) {
  std::uint64_t halves[2];
  std::memcpy(halves, bytes, sizeof halves);
  return ((halves[0] | halves[1]) & 0x8080808080808080) == 0;
}

/// One bit for each of 64 bytes that is not 0.
std::uint64_t bits_of(const std::uint8_t* bytes) {
  std::uint64_t bits = 0;
#if defined(__SSE2__)
  for (unsigned at = 0; at < 64; at += block_size) {
    const __m128i some = _mm_load_si128(reinterpret_cast<const __m128i*>(bytes + at));
    bits |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(_mm_sub_epi8(_mm_setzero_si128(), some)))} << at;  // 1 becomes 0xFF
  }
#else
  for (unsigned at = 0; at < 64; ++at) bits |= std::uint64_t{bytes[at]} << at;
#endif
  return bits;
}

}  // namespace

/// What was seen is noted in a byte each: to set a bit would wait for the bit before.
void SymbolSet::add_text(std::string_view text) {
  alignas(block_size) std::array<std::uint8_t, ascii> seen{};
  const auto see = [&seen](char c) { seen[static_cast<unsigned char>(c)] = 1; };
  std::uint32_t i = 0;
  while (i < text.size()) {
    if (i + block_size <= text.size() && is_ascii_block(text.data() + i)) {
#pragma GCC unroll 16
      for (std::size_t k = 0; k < block_size; ++k) see(text[i + k]);
      i += block_size;
      continue;
    }
    const auto block_end = static_cast<std::uint32_t>(std::min(text.size(), i + block_size));
    while (i < block_end) {
      if (static_cast<unsigned char>(text[i]) < ascii_end) {
        see(text[i++]);
        continue;
      }
      const Character character = character_at(text, i);
      add_character(character.code);
      i += character.size;
    }
  }
  static_assert(ascii == 2 * word_bits);
  words_[0] |= bits_of(seen.data());
  words_[1] |= bits_of(seen.data() + word_bits);
  // Capitals as small letters: both stand in the second word, 32 bits apart.
  constexpr std::uint64_t capitals = 0x07FFFFFE;
  words_[1] |= (words_[1] & capitals) << 32;
}

}  // namespace onrecord
