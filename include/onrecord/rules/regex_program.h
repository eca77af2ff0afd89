#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "onrecord/base/bits.h"
#include "onrecord/base/flat_array.h"
#include "onrecord/rules/character_classes.h"
#include "onrecord/rules/regex_syntax.h"
#include "onrecord/text/byte_set.h"

namespace onrecord {

/// A regular expression as a non-deterministic automaton over classes of characters that it does not tell apart. Its tables are its own
/// or stand in an image.
class RegexProgram {
 public:
  using Index = std::uint16_t;
  static constexpr Index none = 0xFFFF;
  static constexpr std::size_t most_instructions = 30000;
  static constexpr std::size_t page_size = CharacterClasses::page_size;

  enum class Op : std::uint16_t { character, split, capture, text_begin, text_end, word_edge, no_word_edge, match };
  struct Instruction {
    Op op = Op::match;
    Index next = none;         ///< of a split: the branch to take rather
    Index other = none;        ///< of a split
    std::uint16_t number = 0;  ///< of a capture: 2 * group, and 1 more at its end; of a character: its set; of a match: its expression
  };

  /// Of no expression; not usable until an image is read into it.
  RegexProgram() = default;
  explicit RegexProgram(const RegexNode& root) : RegexProgram(std::span(&root, 1)) {}
  /// Of several expressions side by side.
  explicit RegexProgram(std::span<const RegexNode> roots);

  /// False where the expression is too large; then nothing else may be asked.
  bool usable() const { return !starts_.empty(); }
  /// By their index.
  const FlatArray<Instruction>& instructions() const { return instructions_; }
  /// Where the first expression starts, of one its only one.
  Index start() const { return starts_[0]; }
  /// By expression: where it starts.
  const FlatArray<Index>& starts() const { return starts_; }
  /// Whether an instruction is this assertion.
  bool asks(Op assertion) const { return (asked_ >> static_cast<unsigned>(assertion) & 1) != 0; }
  /// How many groups there are; the whole match is one.
  std::size_t groups() const { return groups_; }
  /// How many classes of characters there are.
  std::size_t classes() const { return classes_; }
  /// The class of a code point; numbers are smaller than `classes()`.
  std::uint32_t class_of(char32_t code) const { return code < paged ? pages_[page_of(code) * page_size + code % page_size] : class_beyond_pages(code); }
  /// Sets what `class_of` says of the characters of ASCII.
  void classes_of_ascii(std::array<std::uint16_t, 2 * page_size>& classes) const {
    for (std::size_t page = 0; page < 2; ++page)
      std::copy_n(pages_.data() + page_of(page * page_size) * page_size, page_size, classes.data() + page * page_size);
  }
  /// Calls `found` with the first and last code point of each stretch of one class, and with the class.
  template <typename Found>
  void for_each_stretch(const Found& found) const {
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      if (stretches_[i] <= last_code_point)
        found(stretches_[i], i + 1 < stretches_.size() ? stretches_[i + 1] - 1 : last_code_point, std::uint32_t{classes_of_[i]});
    }
  }
  /// Whether a match can begin at few places of a text other than its start, so that `next_beginning` leaves much out.
  bool begins_rarely() const { return begins_rarely_ != 0; }
  /// Whether it can begin at few places as it begins with a word only.
  bool begins_words() const { return begins_words_ != 0; }
  /// From byte `at` of `text` on, the next place at which a match that holds characters may begin; else the end of the text.
  std::uint32_t next_beginning(std::string_view text, std::uint32_t at) const;
  /// Whether a character instruction takes the characters of a class.
  bool takes(const Instruction& instruction, std::uint32_t character_class) const {
    return (sets_[character_class * words_of_sets_ + instruction.number / bits::word_bits] & bits::bit_of(instruction.number)) != 0;
  }

  template <typename Archive>
  void visit(Archive& archive) {
    archive(instructions_, stretches_, classes_of_, block_of_, page_of_, pages_, classes_, sets_, words_of_sets_, may_begin_, may_begin_text_, first_bytes_,
            begins_rarely_, begins_words_, starts_, asked_, groups_);
  }

 private:
  friend class ProgramWriter;
  friend class Beginnings;
  static constexpr std::size_t block_size = CharacterClasses::block_size;
  static constexpr char32_t paged = CharacterClasses::paged;

  std::size_t page_of(std::size_t code) const { return page_of_[(block_of_[code / block_size] * block_size + code % block_size) / page_size]; }
  std::uint32_t class_beyond_pages(char32_t code) const;
  bool may_begin_at_start(std::string_view text) const;
  bool may_begin_beyond_ascii(std::string_view text, std::uint32_t at) const;
  void find_beginnings();
  enum Beginning : std::uint8_t { never, with_word, anywhere };  // with_word: where a letter, digit or '_' of ASCII begins a word
  std::vector<std::uint8_t> beginnings(bool of_text) const;

  FlatArray<Instruction> instructions_;
  FlatArray<char32_t> stretches_;        // code points at which another class begins
  FlatArray<std::uint16_t> classes_of_;  // by stretch
  FlatArray<std::uint8_t> block_of_;     // by code point / block_size
  FlatArray<std::uint16_t> page_of_;     // the pages of each block
  FlatArray<std::uint16_t> pages_;       // classes of the code points of a page, equal pages only once
  std::size_t classes_ = 0;
  FlatArray<std::uint64_t> sets_;           // bits, by class and set
  std::size_t words_of_sets_ = 0;           // of one class
  FlatArray<std::uint8_t> may_begin_;       // by class: where a match may begin with it behind other characters
  FlatArray<std::uint8_t> may_begin_text_;  // … and where the text begins
  FlatArray<ByteSet> first_bytes_;          // two: with which bytes a match may begin behind any others, and only with a word
  std::uint8_t begins_rarely_ = 0;
  std::uint8_t begins_words_ = 0;  // some begin only with a word
  FlatArray<Index> starts_;
  std::uint32_t asked_ = 0;  // bits, by operation
  std::uint32_t groups_ = 1;
};

/// Goes through the places of a text at which a match of a program may begin, from left to right.
class Beginnings {
 public:
  /// Both must outlive it.
  Beginnings(const RegexProgram& program, std::string_view text)
      : program_(program), text_(text), finder_(text, program.first_bytes_[0], program.first_bytes_[1]) {}
  /// As `RegexProgram::next_beginning`; `at` must not be less than what the call before returned.
  std::uint32_t next(std::uint32_t at) {
    if (at == 0 && program_.may_begin_at_start(text_)) return 0;
    for (;; ++at) {
      at = static_cast<std::uint32_t>(finder_.next(at));
      if (at >= text_.size()) return static_cast<std::uint32_t>(text_.size());
      if (static_cast<unsigned char>(text_[at]) < 0x80 || program_.may_begin_beyond_ascii(text_, at)) return at;
    }
  }

 private:
  const RegexProgram& program_;
  std::string_view text_;
  BeginningFinder finder_;
};

}  // namespace onrecord
