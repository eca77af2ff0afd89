#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace onrecord {

/// Text in one style.
struct StyledPiece {
  std::string text;       ///< UTF-8 on one line
  std::string style;      ///< numbers of an SGR sequence (ECMA-48), as in "1;34"; empty: none
  bool may_break = true;  ///< at its spaces
};

/// Appends the pieces as lines of at most `width` code points, broken at spaces, each with '\n' behind it; a longer word has a line to itself. 0: all is
/// one line. No style goes on from one line to the next, so that a pager may begin at any.
void append_wrapped(std::string& out, const std::vector<StyledPiece>& pieces, std::size_t width);

}  // namespace onrecord
