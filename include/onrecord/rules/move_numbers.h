#pragma once

#include <cstddef>
#include <cstdint>

#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/regex_program.h"

namespace onrecord {

/// The numbers of an automaton's moves: one for each class of characters and each kind of the place beyond. Those of one kind stand side by side,
/// as do the classes of small letters, which come first (`RegexProgram`): so what a text mostly asks of a state's row is in one line of the cache.
class MoveNumbers {
 public:
  MoveNumbers(const RegexProgram& program, const PlaceKinds& kinds) : classes_(program.classes()), kinds_(kinds.count()) {}

  /// Numbers are smaller than this.
  std::size_t count() const { return classes_ * kinds_; }
  /// The number of a move; the two below it are the way back.
  std::size_t of(std::uint32_t character_class, std::size_t kind) const { return kind * classes_ + character_class; }
  std::uint32_t character_class(std::size_t move) const { return static_cast<std::uint32_t>(move % classes_); }
  std::size_t kind(std::size_t move) const { return move / classes_; }

 private:
  std::size_t classes_;
  std::size_t kinds_;
};

}  // namespace onrecord
