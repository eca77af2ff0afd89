#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "onrecord/rules/code_ranges.h"

namespace onrecord {

/// A regular expression as a tree.
struct RegexNode {
  enum class Kind {
    empty,         ///< matches the empty text
    characters,    ///< one character of `ranges`
    sequence,      ///< the children, one behind the other
    alternatives,  ///< one of the children, an earlier one rather
    repeat,        ///< the child, `least` to `most` times
    group,         ///< the child; `number` counts capturing groups from 1 on
    text_begin,
    text_end,
    word_edge,  ///< between an ASCII letter, digit or '_' and something else
    no_word_edge,
  };
  Kind kind = Kind::empty;
  CodeRanges ranges;
  std::vector<RegexNode> children;
  int least = 0;
  int most = 0;        ///< -1: any number
  bool greedy = true;  ///< of a repeat: rather more often than less
  int number = 0;

  /// Whether it can match the empty text.
  bool nullable() const;
  /// How many characters, choices and assertions it has when its repeats are written out.
  std::size_t written_out() const;
};

/// Reads the part of RE2's syntax that rules use. None where something else stands in the pattern (which RE2 may well
/// take): Unicode properties, `\Q`, flags other than i, letters beyond ASCII without regard to case, an unlimited repeat of
/// what may be empty, repeats in repeats of more than a thousand together, groups more than 500 deep.
std::optional<RegexNode> parse_regex(std::string_view pattern, bool ignore_case);

}  // namespace onrecord
