#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/text/characters.h"

namespace onrecord {

/// The numbers of an automaton's moves over characters of ASCII that are neither the first nor the last of a text.
class AsciiMoves {
 public:
  AsciiMoves(const RegexProgram& program, const PlaceKinds& kinds) {
    for (std::size_t other = 0; other < moves_.size(); ++other) {
      for (char32_t code = 0; code < ascii_end; ++code) {
        const std::size_t kind = kinds.within(is_ascii_word(static_cast<char>(code)), other != 0);
        moves_[other][code] = static_cast<std::uint16_t>(program.class_of(code) * kinds.count() + kind);
      }
    }
  }

  /// Over `byte`, beyond which a character stands that belongs to a word, or not.
  std::size_t over(unsigned char byte, bool word_beyond) const { return moves_[word_beyond ? 1 : 0][byte]; }

 private:
  std::array<std::array<std::uint16_t, ascii_end>, 2> moves_;
};

}  // namespace onrecord
