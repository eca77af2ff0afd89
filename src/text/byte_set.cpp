#include "onrecord/text/byte_set.h"

#include <bit>

#include "onrecord/base/ascii.h"
#include "onrecord/base/processor.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace onrecord {

namespace {
consteval ByteSet all_word_bytes() {
  ByteSet all;
  for (unsigned char byte = 0; byte < 0x80; ++byte) {
    if (is_ascii_word(static_cast<char>(byte))) all.add(byte);
  }
  return all;
}
constexpr ByteSet word_bytes = all_word_bytes();
}  // namespace

#if defined(__x86_64__)
namespace {

constexpr std::size_t step = 32;

/// A set as `find_in` looks for it in thirty-two bytes at once: the column of the low half and the bit of the high half meet in what the set
/// holds (W. Muła, "SIMD-ized check which bytes are in a set").
struct Columns {
  __m256i column_of;
  __m256i beyond;  // what bytes beyond ASCII are compared with

  __attribute__((target("avx2"))) Columns(const std::uint8_t* columns, bool with_beyond_ascii)
      : column_of(_mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(columns)))),
        beyond(_mm256_set1_epi8(with_beyond_ascii ? -128 : 0)) {}

  /// A bit for each byte that is in the set.
  __attribute__((target("avx2"))) std::uint32_t held_of(__m256i bytes) const {
    const __m256i bits = _mm256_broadcastsi128_si256(_mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0));
    const __m256i column = _mm256_shuffle_epi8(column_of, bytes);  // 0 beyond ASCII
    const __m256i bit = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F)));
    const __m256i in_set = _mm256_or_si256(_mm256_and_si256(column, bit), _mm256_and_si256(bytes, beyond));
    return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(in_set, _mm256_setzero_si256())));
  }
};

__attribute__((target("avx2"))) __m256i load(std::string_view text, std::size_t from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + from));
}

/// Stops at a byte of the set, at each beyond ASCII where `with_beyond_ascii`, or short of the end.
__attribute__((target("avx2"))) std::size_t skip_others(std::string_view text, std::size_t from, const std::uint8_t* columns, bool with_beyond_ascii) {
  const Columns set(columns, with_beyond_ascii);
  for (; from + step <= text.size(); from += step) {
    if (const std::uint32_t held = set.held_of(load(text, from)); held != 0) return from + static_cast<std::size_t>(std::countr_zero(held));
  }
  return from;
}

/// The same for `find_beginning`.
__attribute__((target("avx2"))) std::size_t skip_to_beginning(std::string_view text, std::size_t from, const Columns& anywhere, const Columns& words,
                                                              const Columns& in_words) {
  std::uint32_t word_before = from > 0 && word_bytes.has(text[from - 1]) ? 1 : 0;
  for (; from + step <= text.size(); from += step) {
    const __m256i bytes = load(text, from);
    const std::uint32_t inside = in_words.held_of(bytes);
    const std::uint32_t found = anywhere.held_of(bytes) | (words.held_of(bytes) & ~(inside << 1 | word_before));
    if (found != 0) return from + static_cast<std::size_t>(std::countr_zero(found));
    word_before = inside >> 31;
  }
  return from;
}

}  // namespace
#endif

std::size_t ByteSet::find_farther(std::string_view text, std::size_t from) const {
  std::size_t i = from;
#if defined(__x86_64__)
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

std::size_t find_beginning(std::string_view text, std::size_t from, const ByteSet& anywhere, const ByteSet& words) {
  std::size_t i = from;
  const auto begins_at = [&](std::size_t at) { return anywhere.has(text[at]) || (words.has(text[at]) && (at == 0 || !word_bytes.has(text[at - 1]))); };
#if defined(__x86_64__)
  if (has_avx2()) {
    const Columns any_columns(anywhere.columns_.data(), anywhere.has_beyond_ascii_ != 0), word_columns(words.columns_.data(), words.has_beyond_ascii_ != 0);
    const Columns inside(word_bytes.columns_.data(), false);
    while (i + step <= text.size()) {
      i = skip_to_beginning(text, i, any_columns, word_columns, inside);
      if (i == text.size() || begins_at(i)) return i;
      ++i;
    }
  }
#endif
  while (i < text.size() && !begins_at(i)) ++i;
  return i;
}

bool BeginningFinder::begins_at(std::size_t at) const {
  return anywhere_.has(text_[at]) || (words_.has(text_[at]) && (at == 0 || !word_bytes.has(text_[at - 1])));
}

#if defined(__x86_64__)
namespace {
/// The bytes of a block at which one may stand, as bits.
__attribute__((target("avx2"))) std::uint32_t beginnings_of(std::string_view text, std::size_t from, const Columns& anywhere, const Columns& words,
                                                            const Columns& in_words) {
  const __m256i bytes = load(text, from);
  const std::uint32_t word_before = from > 0 && word_bytes.has(text[from - 1]) ? 1 : 0;
  return anywhere.held_of(bytes) | (words.held_of(bytes) & ~(in_words.held_of(bytes) << 1 | word_before));
}
}  // namespace
#endif

std::size_t BeginningFinder::next_beyond(std::size_t from) {
#if defined(__x86_64__)
  if (has_avx2() && from + step <= text_.size()) {
    const Columns any_columns(anywhere_.columns_.data(), anywhere_.has_beyond_ascii_ != 0), word_columns(words_.columns_.data(), words_.has_beyond_ascii_ != 0);
    const Columns inside(word_bytes.columns_.data(), false);
    for (; from + step <= text_.size(); from = block_end_) {
      held_ = beginnings_of(text_, from, any_columns, word_columns, inside);
      block_begin_ = from;
      block_end_ = from + step;
      for (std::uint32_t held = held_; held != 0; held &= held - 1) {
        const std::size_t at = from + static_cast<std::size_t>(std::countr_zero(held));
        if (begins_at(at)) return at;
      }
    }
  }
#endif
  while (from < text_.size() && !begins_at(from)) ++from;
  return from;
}

}  // namespace onrecord
