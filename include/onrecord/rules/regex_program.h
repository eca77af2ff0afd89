#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "onrecord/rules/regex_syntax.h"

namespace onrecord {

/// A regular expression as a non-deterministic automaton over classes of characters that it does not tell apart.
class RegexProgram {
 public:
  using Index = std::uint32_t;
  static constexpr Index none = 0xFFFFFFFF;
  static constexpr std::size_t most_instructions = 30000;

  enum class Op : std::uint8_t { character, split, capture, text_begin, text_end, word_edge, no_word_edge, match };
  struct Instruction {
    Op op = Op::match;
    Index next = none;            ///< of a split: the branch to take rather
    Index other = none;           ///< of a split
    std::uint32_t number = 0;     ///< of a capture: 2 * group, and 1 more at its end; of a character: its set; of a match: its expression
  };

  explicit RegexProgram(const RegexNode& root) : RegexProgram(std::span(&root, 1)) {}
  /// Of several expressions side by side.
  explicit RegexProgram(std::span<const RegexNode> roots);

  /// False where the expression is too large; then nothing else may be asked.
  bool usable() const { return usable_; }
  const std::vector<Instruction>& instructions() const { return instructions_; }
  Index start() const { return starts_.front(); }
  /// By expression: where it starts.
  const std::vector<Index>& starts() const { return starts_; }
  /// Whether an instruction is this assertion.
  bool asks(Op assertion) const { return (asked_ >> static_cast<unsigned>(assertion) & 1) != 0; }
  /// How many classes of characters there are.
  std::size_t classes() const { return classes_; }
  std::uint32_t class_of(char32_t code) const {
    constexpr char32_t paged = 0x10000;
    return code < paged ? pages_[page_of_[code / page_size] * page_size + code % page_size] : class_beyond_pages(code);
  }
  /// From byte `at` of `text` on, where a character stands with which a match may begin; else the end of the text.
  std::uint32_t next_beginning(std::string_view text, std::uint32_t at) const;
  /// Whether a character instruction takes the characters of a class.
  bool takes(const Instruction& instruction, std::uint32_t character_class) const {
    const std::size_t bit = instruction.number * classes_ + character_class;
    return (sets_[bit / 64] >> (bit % 64) & 1) != 0;
  }

 private:
  Index compile(const RegexNode& node, Index next);
  Index compile_repeat(const RegexNode& node, Index next);
  Index add(Instruction instruction);
  static constexpr std::size_t page_size = 64;

  void find_classes();
  void write_pages();
  void find_beginnings();
  std::uint32_t set_of(const CodeRanges& ranges);
  std::uint32_t class_beyond_pages(char32_t code) const;

  std::vector<Instruction> instructions_;
  std::map<CodeRanges, std::uint32_t> set_numbers_;  // while the program is written
  std::vector<char32_t> stretches_;         // code points at which another class begins
  std::vector<std::uint32_t> classes_of_;   // by stretch
  std::array<std::uint16_t, 0x10000 / page_size> page_of_{};
  std::vector<std::uint16_t> pages_;  // classes of the code points of a page, equal pages only once
  std::size_t classes_ = 0;
  std::vector<std::uint64_t> sets_;  // bits, by set and class
  std::vector<bool> may_begin_;      // by class
  enum class Beginning : std::uint8_t { no, yes, perhaps };
  std::array<Beginning, 256> beginnings_{};  // by first byte of a character; perhaps: it depends on the others
  std::vector<Index> starts_;
  std::uint32_t asked_ = 0;  // bits, by operation
  bool usable_ = true;
};

}  // namespace onrecord
