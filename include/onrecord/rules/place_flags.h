#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "onrecord/base/ascii.h"
#include "onrecord/rules/regex_program.h"

namespace onrecord {

/// What an assertion may ask of a place between two characters, as bits.
inline constexpr std::uint32_t at_word_edge = 1;
inline constexpr std::uint32_t at_end = 2;
inline constexpr std::uint32_t at_begin = 4;
inline constexpr std::uint32_t place_kinds = 8;

inline std::uint32_t flags_at(std::string_view text, std::uint32_t offset) {
  const bool before = offset > 0 && is_ascii_word(text[offset - 1]);
  const bool behind = offset < text.size() && is_ascii_word(text[offset]);
  return (before != behind ? at_word_edge : 0U) | (offset == text.size() ? at_end : 0U) | (offset == 0 ? at_begin : 0U);
}

inline bool holds(RegexProgram::Op assertion, std::uint32_t flags) {
  using Op = RegexProgram::Op;
  switch (assertion) {
    case Op::text_begin: return (flags & at_begin) != 0;
    case Op::text_end: return (flags & at_end) != 0;
    case Op::word_edge: return (flags & at_word_edge) != 0;
    case Op::no_word_edge: return (flags & at_word_edge) == 0;
    default: return true;
  }
}

/// The kinds of places that a program tells apart while an automaton moves on: as few as its assertions ask for.
class PlaceKinds {
 public:
  /// `edge`: `at_end` where texts are read forwards, `at_begin` where backwards.
  PlaceKinds(const RegexProgram& program, std::uint32_t edge)
      : edge_(program.asks(edge == at_end ? RegexProgram::Op::text_end : RegexProgram::Op::text_begin) ? edge : 0),
        words_(program.asks(RegexProgram::Op::word_edge) || program.asks(RegexProgram::Op::no_word_edge)) {}

  std::size_t count() const { return (words_ ? 2U : 1U) * (edge_ != 0 ? 2U : 1U); }
  bool tell_words() const { return words_; }
  /// `of` a place with characters on both sides, by whether these belong to words.
  std::size_t within(bool word_before, bool word_behind) const { return words_ && word_before != word_behind ? 1 : 0; }
  std::size_t of(std::string_view text, std::uint32_t offset) const {
    if (edge_ == 0 && !words_) return 0;
    const std::uint32_t flags = flags_at(text, offset);
    const std::size_t edge = (flags & edge_) != 0 ? 1 : 0;
    return words_ ? edge * 2 + (flags & at_word_edge) : edge;
  }
  /// The flags of a place of this kind.
  std::uint32_t flags(std::size_t kind) const {
    if (!words_) return kind != 0 ? edge_ : 0;
    return (kind >= 2 ? edge_ : 0) | static_cast<std::uint32_t>(kind & 1);
  }

 private:
  std::uint32_t edge_;
  bool words_;
};

}  // namespace onrecord
