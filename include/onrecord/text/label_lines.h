#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "onrecord/text/document.h"

namespace onrecord {

/// Tells which lines of a transcript hold nothing but a label in capitals, "ANN LEE:", that says who speaks on the next line. They are believed
/// only where there are several, and one of them again.
class LabelLines {
 public:
  /// `lines` are those of `text`; both must outlive this.
  LabelLines(std::string_view text, const std::vector<Line>& lines);

  /// Whether line `upper`, an index, is such a label, and what it speaks of stands below.
  bool joins(std::size_t upper) const;

 private:
  bool is_label(std::size_t line) const;

  std::string_view text_;
  const std::vector<Line>& lines_;
  bool believed_ = false;
};

}  // namespace onrecord
