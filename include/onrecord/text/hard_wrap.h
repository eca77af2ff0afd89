#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/text/document.h"

namespace onrecord {

/// Tells which lines of a text were one line before something broke them to fit a width.
///
/// A program that fills lines breaks before the first word that does not fit, so every line but a paragraph's last is
/// too long to take the next line's first word as well; people break where they like. Either is believed only of
/// texts where most lines that could be broken visibly go on in the next one: no end mark, then a small letter.
class HardWrap {
 public:
  /// `lines` are those of `text`; both must outlive this.
  HardWrap(std::string_view text, const std::vector<Line>& lines);

  /// Whether line `upper`, an index, goes on in the one below.
  bool joins(std::size_t upper) const;

 private:
  enum class Manner { none, filled, ragged };

  std::uint32_t indent_of(const Line& line) const;
  std::uint32_t length_of(const Line& line) const;
  bool is_one_word(std::size_t line) const;
  void find_width();
  Manner find_manner() const;
  bool may_be_broken(std::size_t upper) const;
  bool is_full(std::size_t upper) const;
  bool is_nearly_full(std::size_t upper) const;
  bool goes_on(std::size_t upper) const;
  bool has_end_mark(std::size_t line) const;
  bool ends_question(std::size_t line) const;
  bool is_item(std::size_t line) const;

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<std::uint32_t> indents_;  // in characters
  std::vector<std::uint32_t> lengths_;  // in characters, from where the lines that stand furthest out begin
  std::uint32_t width_ = 0;             // of the longest lines, in characters; 0: the lines are no wrapped text
  Manner manner_ = Manner::none;
};

}  // namespace onrecord
