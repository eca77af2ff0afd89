#include "onrecord/text/label_lines.h"

#include <algorithm>
#include <unordered_set>

#include "onrecord/base/ascii.h"
#include "onrecord/text/characters.h"

namespace onrecord {

LabelLines::LabelLines(std::string_view text, const std::vector<Line>& lines) : text_(text), lines_(lines) {
  constexpr std::size_t fewest = 3;
  std::unordered_set<std::string_view> labels;
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_label(i)) continue;
    ++count;
    labels.insert(slice(text, lines[i].span));
  }
  believed_ = count >= fewest && labels.size() < count;
}

bool LabelLines::joins(std::size_t upper) const { return believed_ && upper + 1 < lines_.size() && is_label(upper) && !is_label(upper + 1); }

bool LabelLines::is_label(std::size_t line) const {
  constexpr std::uint32_t shortest = 3, longest = 60;
  const Span span = lines_[line].span;
  if (span.size() < shortest || span.size() > longest || text_[span.end - 1] != ':') return false;
  const std::string_view words = slice(text_, {span.begin, span.end - 1});
  if (words.find(':') != std::string_view::npos || std::any_of(words.begin(), words.end(), is_ascii_small)) return false;
  return is_capital(character_at(words, 0).code) && std::count_if(words.begin(), words.end(), is_ascii_capital) > 1;
}

}  // namespace onrecord
