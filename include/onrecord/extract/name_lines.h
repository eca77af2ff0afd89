#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/extract/structure.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// Tells which lines are running text: a headline of capitalised words would make names of anything. Refers to what it is made of.
class NameLines {
 public:
  NameLines(const Document& document, const Structure& structure) : document_(document), structure_(structure), judged_(document.lines.size()) {}

  /// Whether the line at `offset` tells names. Each line is judged once.
  bool tell_names(std::uint32_t offset);

 private:
  enum class Judged : std::uint8_t { not_yet, tells_names, tells_none };

  bool judge(std::size_t line) const;

  const Document& document_;
  const Structure& structure_;
  std::vector<Judged> judged_;  // by line
};

}  // namespace onrecord
