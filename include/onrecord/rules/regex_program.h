#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/rules/regex_syntax.h"

namespace onrecord {

/// A regular expression as a non-deterministic automaton over classes of characters that it does not tell apart.
class RegexProgram {
 public:
  using Index = std::uint32_t;
  static constexpr Index none = 0xFFFFFFFF;
  static constexpr std::size_t most_instructions = 8000;

  enum class Op : std::uint8_t { character, split, capture, text_begin, text_end, word_edge, no_word_edge, match };
  struct Instruction {
    Op op = Op::match;
    Index next = none;            ///< of a split: the branch to take rather
    Index other = none;           ///< of a split
    std::uint32_t number = 0;     ///< of a capture: 2 * group, and 1 more at its end; of a character: index into `sets`
  };

  explicit RegexProgram(const RegexNode& root);

  /// False where the expression is too large; then nothing else may be asked.
  bool usable() const { return usable_; }
  const std::vector<Instruction>& instructions() const { return instructions_; }
  Index start() const { return start_; }
  bool has_assertions() const { return has_assertions_; }
  /// How many classes of characters there are.
  std::size_t classes() const { return classes_; }
  std::uint32_t class_of(char32_t code) const { return code < 0x80 ? ascii_[code] : class_beyond_ascii(code); }
  /// Whether a character instruction takes the characters of a class.
  bool takes(const Instruction& instruction, std::uint32_t character_class) const { return sets_[instruction.number][character_class]; }

 private:
  Index compile(const RegexNode& node, Index next);
  Index compile_repeat(const RegexNode& node, Index next);
  Index add(Instruction instruction);
  void find_classes(const RegexNode& root);
  std::uint32_t set_of(const CodeRanges& ranges);
  std::uint32_t class_beyond_ascii(char32_t code) const;

  std::vector<Instruction> instructions_;
  std::vector<char32_t> class_begins_;  // code points at which another class begins
  std::vector<CodeRanges> set_ranges_;
  std::vector<std::vector<bool>> sets_;
  std::array<std::uint32_t, 128> ascii_{};
  std::size_t classes_ = 0;
  Index start_ = none;
  bool has_assertions_ = false;
  bool usable_ = true;
};

}  // namespace onrecord
