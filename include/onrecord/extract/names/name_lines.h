#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/structure/structure.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells which lines are running text: a headline of capitalised words would make names of anything. Refers to what it is made of.
class NameLines {
 public:
  NameLines(const Document& document, const Structure& structure) : document_(document), structure_(structure), judged_(document.lines.size()) {}

  /// Whether the line at `offset` tells names. Each line is judged once.
  bool tell_names(std::uint32_t offset);
  /// Whether the line at `offset` is the title of the document.
  bool is_title(std::uint32_t offset) const;
  /// Whether more than half of the words of the line at `offset` have capitals.
  bool is_headline(std::uint32_t offset) const;
  /// What of a name is that of who speaks, where it begins in the label of a turn: behind "Ann Lee" of "Ann Lee Liberal Quilt" stands her party, before
  /// "Lee" of "Council Member Lee" what she is.
  Span within_label(Span name) const;

 private:
  enum class Judged : std::uint8_t { not_yet, tells_names, tells_none };

  bool judge(std::uint32_t line) const;
  std::size_t capitals_of(const WordSpans& words) const;

  const Document& document_;
  const Structure& structure_;
  std::vector<Judged> judged_;  // by line
};

}  // namespace onrecord
