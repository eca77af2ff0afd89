#include "onrecord/rules/key_scan.h"

#include <algorithm>
#include <bit>

#include "onrecord/base/processor.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace onrecord {
namespace {

constexpr std::uint32_t factor = 0x9E3779B1;
constexpr int shift = 16;  // leaves the highest 16 bits of a product

std::uint32_t small_letter_at(std::string_view text, std::size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  return c >= 'A' && c <= 'Z' ? c + 32U : c;
}

bool has(KeyBitsView keys, std::uint32_t key) { return bits::has(keys, key); }

#if defined(__x86_64__)

/// Eight offsets at once: their bytes are spread over eight numbers, multiplied, and their bits looked up.
__attribute__((target("avx2"))) std::size_t find_keys_with_avx2(std::string_view text, std::size_t from, KeyBitsView keys, KeyPlaces& places) {
  constexpr std::size_t step = 8, loaded = 16;
  constexpr char none = -1;
  const __m256i spread = _mm256_setr_epi8(0, 1, 2, none, 1, 2, 3, none, 2, 3, 4, none, 3, 4, 5, none,  //
                                          4, 5, 6, none, 5, 6, 7, none, 6, 7, 8, none, 7, 8, 9, none);
  std::size_t i = from;
  for (; i + loaded <= text.size() && places.count + step <= places.offsets.size(); i += step) {
    __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
    const __m128i capital = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1)), _mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1)));
    bytes = _mm_or_si128(bytes, _mm_and_si128(capital, _mm_set1_epi8(0x20)));
    const __m256i three = _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(bytes), spread);
    const __m256i key = _mm256_srli_epi32(_mm256_mullo_epi32(three, _mm256_set1_epi32(static_cast<int>(factor))), shift);
    const __m256i word = _mm256_i32gather_epi32(reinterpret_cast<const int*>(keys.data()), _mm256_srli_epi32(key, 5), 4);
    const __m256i bit = _mm256_srlv_epi32(word, _mm256_and_si256(key, _mm256_set1_epi32(31)));
    auto hits = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_slli_epi32(bit, 31))));
    if (hits == 0) continue;
    alignas(32) std::array<std::uint32_t, step> found;
    _mm256_store_si256(reinterpret_cast<__m256i*>(found.data()), key);
    for (; hits != 0; hits &= hits - 1) {
      const auto lane = static_cast<std::uint32_t>(std::countr_zero(hits));
      places.offsets[places.count] = static_cast<std::uint32_t>(i) + lane;
      places.keys[places.count++] = found[lane];
    }
  }
  return i;
}

#endif

}  // namespace

std::uint32_t key_at(std::string_view text, std::size_t offset) {
  const std::uint32_t three = small_letter_at(text, offset) | small_letter_at(text, offset + 1) << 8 | small_letter_at(text, offset + 2) << 16;
  return three * factor >> shift;
}

std::size_t find_keys_one_by_one(std::string_view text, std::size_t from, KeyBitsView keys, KeyPlaces& places) {
  places.count = 0;
  std::size_t i = from;
  for (; i + key_bytes <= text.size(); ++i) {
    const std::uint32_t key = key_at(text, i);
    if (!has(keys, key)) continue;
    if (places.count == places.offsets.size()) return i;
    places.offsets[places.count] = static_cast<std::uint32_t>(i);
    places.keys[places.count++] = key;
  }
  return text.size();
}

#if defined(__x86_64__)

namespace {

/// The last few bytes of a text, with zeros behind them.
std::size_t find_last_keys_with_avx2(std::string_view text, std::size_t from, KeyBitsView keys, KeyPlaces& places) {
  constexpr std::size_t most = 32;
  std::array<char, most> rest{};
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), rest.begin());
  find_keys_with_avx2({rest.data(), rest.size()}, 0, keys, places);
  while (places.count > 0 && from + places.offsets[places.count - 1] + key_bytes > text.size()) --places.count;
  for (std::size_t i = 0; i < places.count; ++i) places.offsets[i] += static_cast<std::uint32_t>(from);
  return text.size();
}

}  // namespace

#endif

std::size_t find_keys(std::string_view text, std::size_t from, KeyBitsView keys, KeyPlaces& places) {
#if defined(__x86_64__)
  constexpr std::size_t rest = 16;  // too short for a step of the fast way
  if (has_avx2()) {
    places.count = 0;
    return from + rest <= text.size() ? find_keys_with_avx2(text, from, keys, places) : find_last_keys_with_avx2(text, from, keys, places);
  }
#endif
  return find_keys_one_by_one(text, from, keys, places);
}

}  // namespace onrecord
