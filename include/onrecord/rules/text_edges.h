#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "onrecord/base/flat_array.h"
#include "onrecord/rules/regex_syntax.h"

namespace onrecord {

/// How texts must begin and end for one pattern to match there. Bits by place and kind of character (see the source); empty where nothing is known.
struct PatternEdges {
  FlatArray<std::uint64_t> begin, end;

  template <typename Archive>
  void visit(Archive& archive) {
    archive(begin, end);
  }
};

PatternEdges edges_of(const RegexNode& root);

/// How texts must begin and end for each of many patterns to match there, where it is tied to their start or end: a few looks into a table
/// tell it of all patterns at once.
class TextEdges {
 public:
  TextEdges() = default;
  explicit TextEdges(const std::vector<PatternEdges>& patterns);

  /// Takes patterns out of `possible` (bits, 64 a word) that match nowhere in `text`.
  void keep_possible(std::string_view text, std::span<std::uint64_t> possible) const;

  template <typename Archive>
  void visit(Archive& archive) {
    archive(begins_, ends_, tied_to_begin_, tied_to_end_);
  }

 private:
  // Bits of patterns by place and kind of character: see the source.
  FlatArray<std::uint64_t> begins_, ends_;
  FlatArray<std::uint64_t> tied_to_begin_, tied_to_end_;  // bits: the patterns that a table may rule out
};

}  // namespace onrecord
