#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include "onrecord/base/flat_array.h"
#include "onrecord/rules/regex_program.h"

namespace onrecord {

/// For each instruction of a program: those that lead to it.
class LeadingInstructions {
 public:
  using Index = RegexProgram::Index;
  /// Of no program, until an image is read into it.
  LeadingInstructions() = default;
  explicit LeadingInstructions(const RegexProgram& program);
  std::span<const Index> to(Index index) const { return {from_.data() + begins_[index], from_.data() + begins_[index + 1]}; }
  /// Of these, those that read a character, and the others.
  std::span<const Index> characters_to(Index index) const { return {from_.data() + begins_[index], from_.data() + middles_[index]}; }
  std::span<const Index> others_to(Index index) const { return {from_.data() + middles_[index], from_.data() + begins_[index + 1]}; }
  /// Whether a choice or a character leads to it.
  bool is_asked_for(Index index) const { return asked_for_[index] != 0; }

  template <typename Archive>
  void visit(Archive& archive) {
    archive(begins_, middles_, from_, asked_for_);
  }

 private:
  using Place = std::uint16_t;  // in `from_`: an instruction leads to two others at most
  static_assert(2 * RegexProgram::most_instructions <= std::numeric_limits<Place>::max());

  FlatArray<Place> begins_;
  FlatArray<Place> middles_;  // where those begin that read no character
  FlatArray<Index> from_;
  FlatArray<std::uint8_t> asked_for_;
};

}  // namespace onrecord
