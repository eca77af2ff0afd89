#include "onrecord/text/byte_set.h"

#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace onrecord {

#if defined(__x86_64__)
namespace {

bool has_avx2() {
  static const bool known = __builtin_cpu_supports("avx2") != 0;
  return known;
}

/// Thirty-two bytes at once: the column of the low half and the bit of the high half meet in what the set holds (W. Muła, "SIMD-ized
/// check which bytes are in a set"). Stops at a byte of the set, at each beyond ASCII where `with_beyond_ascii`, or short of the end.
__attribute__((target("avx2"))) std::size_t skip_others(std::string_view text, std::size_t from, const std::uint8_t* columns, bool with_beyond_ascii) {
  constexpr std::size_t step = 32;
  const __m256i column_of = _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(columns)));
  const __m256i bit_of = _mm256_broadcastsi128_si256(_mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0));
  const __m256i beyond = _mm256_set1_epi8(with_beyond_ascii ? -128 : 0);
  for (; from + step <= text.size(); from += step) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + from));
    const __m256i column = _mm256_shuffle_epi8(column_of, bytes);  // 0 beyond ASCII
    const __m256i bit = _mm256_shuffle_epi8(bit_of, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F)));
    const __m256i in_set = _mm256_or_si256(_mm256_and_si256(column, bit), _mm256_and_si256(bytes, beyond));
    const auto out = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(in_set, _mm256_setzero_si256())));
    if (out != 0xFFFFFFFF) return from + static_cast<std::size_t>(std::countr_one(out));
  }
  return from;
}

}  // namespace
#endif

std::size_t ByteSet::find_farther(std::string_view text, std::size_t from) const {
  std::size_t i = from;
#if defined(__x86_64__)
  constexpr std::size_t step = 32;
  if (has_avx2()) {
    while (i + step <= text.size()) {
      i = skip_others(text, i, columns_.data(), has_beyond_ascii_ != 0);
      if (i == text.size() || has(text[i])) return i;
      ++i;
    }
  }
#endif
  while (i < text.size() && !has(text[i])) ++i;
  return i;
}

}  // namespace onrecord
