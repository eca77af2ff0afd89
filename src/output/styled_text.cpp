#include "onrecord/output/styled_text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// A code point of a piece.
struct Cell {
  std::uint32_t piece = 0;
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
  bool is_break = false;  // a space at which the line may end
};

std::vector<Cell> cells_of(const std::vector<StyledPiece>& pieces) {
  std::vector<Cell> cells;
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    const std::string& text = pieces[i].text;
    for (std::uint32_t offset = 0; offset < text.size();) {
      const std::uint32_t size = character_at(text, offset).size;
      cells.push_back({i, offset, size, text[offset] == ' ' && pieces[i].may_break});
      offset += size;
    }
  }
  return cells;
}

using Cells = std::vector<Cell>::const_iterator;

void append_line(std::string& out, const std::vector<StyledPiece>& pieces, Cells begin, Cells end) {
  while (begin != end) {
    const Cells next = std::find_if(begin, end, [begin](const Cell& cell) { return cell.piece != begin->piece; });
    const StyledPiece& piece = pieces[begin->piece];
    const std::string_view text = std::string_view(piece.text).substr(begin->offset, (next - 1)->offset + (next - 1)->size - begin->offset);
    if (piece.style.empty()) out += text;
    else out.append("\x1b[").append(piece.style).append("m").append(text).append("\x1b[0m");
    begin = next;
  }
  out += '\n';
}

/// Where the line that begins at `begin` ends: at the last space that leaves it short enough, else at the next one.
Cells end_of_line(Cells begin, Cells end, std::size_t width) {
  if (width == 0 || static_cast<std::size_t>(end - begin) <= width) return end;
  const auto is_break = [](const Cell& cell) { return cell.is_break; };
  for (Cells at = begin + static_cast<std::ptrdiff_t>(width); at != begin; --at)
    if (at->is_break) return at;
  return std::find_if(begin + static_cast<std::ptrdiff_t>(width), end, is_break);
}

}  // namespace

void append_wrapped(std::string& out, const std::vector<StyledPiece>& pieces, std::size_t width) {
  const std::vector<Cell> cells = cells_of(pieces);
  Cells begin = cells.begin();
  do {
    const Cells end = end_of_line(begin, cells.end(), width);
    append_line(out, pieces, begin, end);
    begin = std::find_if(end, cells.end(), [](const Cell& cell) { return !cell.is_break; });
  } while (begin != cells.end());
}

}  // namespace onrecord
