#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace onrecord {

/// 64 bytes of a text, to be asked where certain bytes stand: a bit for each, the first one lowest. Behind the end of the text stand zeros.
class ByteBlock {
 public:
  static constexpr std::uint32_t size = 64;

  ByteBlock(std::string_view text, std::size_t at) {
    if (at + size <= text.size()) {
      load(text.data() + at);
      return;
    }
    std::array<char, size> rest{};
    if (at < text.size()) std::memcpy(rest.data(), text.data() + at, text.size() - at);
    load(rest.data());
  }

#if defined(__SSE2__)
  std::uint64_t equal(char byte) const {
    return bits([wanted = _mm_set1_epi8(byte)](__m128i some) { return _mm_cmpeq_epi8(some, wanted); });
  }
  /// From `first` to `last`, both ASCII.
  std::uint64_t between(char first, char last) const {
    return bits([=](__m128i some) { return in_range(some, first, last); });
  }
  std::uint64_t ascii_letters() const {
    return bits([](__m128i some) { return in_range(_mm_or_si128(some, _mm_set1_epi8(0x20)), 'a', 'z'); });
  }
  /// Bytes of characters beyond ASCII.
  std::uint64_t beyond_ascii() const {
    return bits([](__m128i some) { return some; });
  }
  /// The first bytes of such characters.
  std::uint64_t leads() const {
    return bits([](__m128i some) { return _mm_and_si128(some, _mm_cmpgt_epi8(some, _mm_set1_epi8(-0x41))); });
  }

 private:
  void load(const char* bytes) {
    const auto part = [bytes](unsigned i) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i)); };
    first_ = part(0);
    second_ = part(1);
    third_ = part(2);
    fourth_ = part(3);
  }

  /// Moved to where signed numbers begin, a range is what is smaller than its end.
  static __m128i in_range(__m128i some, char first, char last) {
    constexpr int smallest = -128;
    const __m128i moved = _mm_add_epi8(some, _mm_set1_epi8(static_cast<char>(smallest - first)));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(smallest + (last - first + 1))));
  }

  template <typename Test>
  std::uint64_t bits(const Test& test) const {
    const auto of = [&test](__m128i part) { return static_cast<unsigned>(_mm_movemask_epi8(test(part))); };
    return std::uint64_t{of(first_) | of(second_) << 16} | std::uint64_t{of(third_) | of(fourth_) << 16} << 32;
  }

  __m128i first_, second_, third_, fourth_;
#else
  std::uint64_t equal(char byte) const {
    return bits([byte](unsigned char some) { return some == static_cast<unsigned char>(byte); });
  }
  std::uint64_t between(char first, char last) const {
    return bits([=](unsigned char some) { return some >= static_cast<unsigned char>(first) && some <= static_cast<unsigned char>(last); });
  }
  std::uint64_t ascii_letters() const { return between('a', 'z') | between('A', 'Z'); }
  std::uint64_t beyond_ascii() const {
    return bits([](unsigned char some) { return some >= 0x80; });
  }
  std::uint64_t leads() const {
    return bits([](unsigned char some) { return some >= 0xC0; });
  }

 private:
  void load(const char* bytes) { std::memcpy(bytes_.data(), bytes, size); }

  template <typename Test>
  std::uint64_t bits(const Test& test) const {
    std::uint64_t result = 0;
    for (unsigned i = 0; i < size; ++i) result |= std::uint64_t{test(static_cast<unsigned char>(bytes_[i]))} << i;
    return result;
  }

  std::array<char, size> bytes_;
#endif
};

}  // namespace onrecord
