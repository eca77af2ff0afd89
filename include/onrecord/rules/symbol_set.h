#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "onrecord/base/bits.h"

namespace onrecord {

/// A set of what can stand in a view: characters, masked types, tagged words by their lexicon. Small letters of ASCII stand for
/// capitals too, and what is beyond ASCII shares places, so a set may hold more than was added, never less.
class SymbolSet {
 public:
  void add_character(char32_t code) {
    if (code < ascii) add(code >= 'A' && code <= 'Z' ? code + 32 : code);
    else add(first_other + code % others);
  }
  void add_type(std::size_t type) { add(first_type + type % types); }
  void add_lexicon(std::size_t number) { add(first_lexicon + number % lexicons); }
  /// Whether the type is in it, or one that shares its place.
  bool may_have_type(std::size_t type) const { return bits::has(words_, first_type + type % types); }
  /// The same of a lexicon.
  bool may_have_lexicon(std::size_t number) const { return bits::has(words_, first_lexicon + number % lexicons); }
  /// All characters of a text in valid UTF-8.
  void add_text(std::string_view text);
  static SymbolSet everything() {
    SymbolSet all;
    all.words_.fill(~std::uint64_t{0});
    return all;
  }
  void add_all_lexicons() {
    for (std::size_t i = first_lexicon / word_bits; i < (first_lexicon + lexicons) / word_bits; ++i) words_[i] = ~std::uint64_t{0};
  }
  void add(const SymbolSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void clear_types_and_lexicons() {
    for (std::size_t i = first_type / word_bits; i < first_other / word_bits; ++i) words_[i] = 0;
  }
  /// Whether they have something in common.
  bool meets(const SymbolSet& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) common |= words_[i] & other.words_[i];
    return common != 0;
  }
  /// Calls `found` with the number of each member that the other set has, too.
  template <typename Found>
  void for_each_in(const SymbolSet& other, const Found& found) const {
    bits::for_each_common(words_, other.words_, found);
  }
  auto operator<=>(const SymbolSet&) const = default;

  template <typename Archive>
  void visit(Archive& archive) {
    for (std::uint64_t& word : words_) archive(word);
  }

  /// Members have numbers below this.
  static constexpr std::size_t size = 512;

  /// Calls `found` with each character of ASCII in it.
  template <typename Found>
  void for_each_ascii(const Found& found) const {
    for (char32_t code = 0; code < ascii; ++code) {
      if (bits::has(words_, code)) found(code);
    }
  }
  /// Calls `found` with a set of each member that stands for characters beyond ASCII.
  template <typename Found>
  void for_each_other(const Found& found) const {
    for_each_in(*this, [&](std::size_t symbol) {
      if (symbol < first_other) return;
      SymbolSet one;
      one.add(symbol);
      found(one);
    });
  }
  /// How many members beyond ASCII it has.
  std::size_t count_beyond_ascii() const {
    std::size_t count = 0;
    for (std::size_t i = ascii / word_bits; i < words_.size(); ++i) count += static_cast<std::size_t>(std::popcount(words_[i]));
    return count;
  }

 private:
  static constexpr std::size_t word_bits = bits::word_bits;
  static constexpr std::size_t ascii = 128, types = 64, lexicons = 128, others = 192;
  static constexpr std::size_t first_type = ascii, first_lexicon = first_type + types, first_other = first_lexicon + lexicons;

  void add(std::size_t symbol) { bits::add(words_, symbol); }

  static_assert(first_other + others == size);

  std::array<std::uint64_t, size / word_bits> words_{};
};

}  // namespace onrecord
