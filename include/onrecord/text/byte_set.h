#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onrecord {

class ByteSet;
class BeginningFinder;

/// The first place in `text` at or behind `from` where a byte of `anywhere` stands, or one of `words` with no ASCII letter, digit or '_'
/// before it; `text.size()` where there is none.
std::size_t find_beginning(std::string_view text, std::size_t from, const ByteSet& anywhere, const ByteSet& words);

/// Some bytes that a scanner stops at: it goes from one to the next and looks at nothing in between.
class ByteSet {
 public:
  constexpr ByteSet() = default;
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) add(static_cast<unsigned char>(byte));
  }

  constexpr void add(unsigned char byte) {
    table_[byte] = 1;
    if (byte >= 0x80) has_beyond_ascii_ = 1;
    else columns_[byte & 0x0F] = static_cast<std::uint8_t>(columns_[byte & 0x0F] | 1U << (byte >> 4));
  }
  constexpr bool has(char byte) const { return table_[static_cast<unsigned char>(byte)] != 0; }

  /// Where the first of them stands in `text` at or behind `from`; `text.size()` where none does.
  std::size_t find_in(std::string_view text, std::size_t from) const {
    constexpr std::size_t near = 4;  // often it is not far, and a call costs more than a few looks
    std::size_t i = from;
    for (; i < text.size() && i < from + near; ++i) {
      if (has(text[i])) return i;
    }
    return i < text.size() ? find_farther(text, i) : text.size();
  }

 private:
  friend std::size_t find_beginning(std::string_view text, std::size_t from, const ByteSet& anywhere, const ByteSet& words);
  friend BeginningFinder;
  std::size_t find_farther(std::string_view text, std::size_t from) const;

  std::array<std::uint8_t, 256> table_{};
  std::array<std::uint8_t, 16> columns_{};  // of ASCII, by the low half of a byte: a bit for each high half
  std::uint8_t has_beyond_ascii_ = 0;
};

/// Finds one place after the other at which `find_beginning` would stop, and looks at each byte once.
class BeginningFinder {
 public:
  /// All must outlive it.
  BeginningFinder(std::string_view text, const ByteSet& anywhere, const ByteSet& words) : text_(text), anywhere_(anywhere), words_(words) {}

  /// As `find_beginning` from `from` on, which must not be less than what the call before returned.
  std::size_t next(std::size_t from) {
    while (from < block_end_) {
      const std::uint32_t held = held_ >> (from - block_begin_);
      if (held == 0) break;
      from += static_cast<std::size_t>(std::countr_zero(held));
      if (begins_at(from)) return from;
      ++from;
    }
    return next_beyond(from < block_end_ ? block_end_ : from);
  }

 private:
  bool begins_at(std::size_t at) const;
  std::size_t next_beyond(std::size_t from);

  std::string_view text_;
  const ByteSet& anywhere_;
  const ByteSet& words_;
  std::size_t block_begin_ = 0, block_end_ = 0;  // what has been looked at
  std::uint32_t held_ = 0;                       // where in the block one may stand, as bits
};

}  // namespace onrecord
