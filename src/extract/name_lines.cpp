#include "onrecord/extract/name_lines.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t short_line = 4, long_line = 25;  // words

}  // namespace

bool NameLines::tell_names(std::uint32_t offset) {
  const auto& lines = document_.lines;
  const auto after = std::upper_bound(lines.begin(), lines.end(), offset, [](std::uint32_t at, const Line& line) { return at < line.span.begin; });
  if (after == lines.begin()) return true;
  const auto line = static_cast<std::size_t>(after - lines.begin() - 1);
  if (judged_[line] == Judged::not_yet) judged_[line] = judge(line) ? Judged::tells_names : Judged::tells_none;
  return judged_[line] == Judged::tells_names;
}

bool NameLines::judge(std::size_t line) const {
  if (line < structure_.lines.size()) {
    const LineClass what = structure_.lines[line];
    if (what == LineClass::title || what == LineClass::byline || what == LineClass::heading || what == LineClass::furniture) return false;
  }
  const WordSpans words = document_.words_in(document_.lines[line].span);
  if (words.size() < short_line || words.size() > long_line) return true;
  const auto capitals = std::count_if(words.begin(), words.end(), [&](Span word) { return is_capital(character_at(document_.folded.text(), word.begin).code); });
  return static_cast<std::size_t>(capitals) * 5 <= words.size() * 4;
}

}  // namespace onrecord
