#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "onrecord/rules/move_numbers.h"
#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/text/characters.h"

namespace onrecord {

/// The numbers of an automaton's moves over characters of ASCII that are neither the first nor the last of a text.
class AsciiMoves {
 public:
  AsciiMoves(const RegexProgram& program, const PlaceKinds& kinds) {
    const MoveNumbers moves(program, kinds);
    // By the way of an array that nothing else can change, so that it is done eight at a time: automata are made where a run is short.
    const auto edge = static_cast<std::uint16_t>(kinds.tell_words() ? moves.of(0, 1) : 0);
    std::array<std::uint16_t, ascii_end> classes;
    program.classes_of_ascii(classes);
    for (std::size_t code = 0; code < ascii_end; ++code) {
      moves_[0][code] = static_cast<std::uint16_t>(classes[code] + word_ascii[code] * edge);
      moves_[1][code] = static_cast<std::uint16_t>(classes[code] + (word_ascii[code] ^ 1) * edge);
    }
  }

  /// Over `byte`, beyond which a character stands that belongs to a word, or not.
  std::size_t over(unsigned char byte, bool word_beyond) const { return moves_[word_beyond ? 1 : 0][byte]; }

 private:
  static constexpr auto word_ascii = [] {  // 1: belongs to words
    std::array<std::uint16_t, ascii_end> result{};
    for (std::size_t code = 0; code < ascii_end; ++code) result[code] = is_ascii_word(static_cast<char>(code)) ? 1 : 0;
    return result;
  }();

  std::array<std::array<std::uint16_t, ascii_end>, 2> moves_;
};

}  // namespace onrecord
