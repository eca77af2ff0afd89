#include "onrecord/extract/names/name_lines.h"

#include <algorithm>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t short_line = 4, long_line = 25;  // words

}  // namespace

bool NameLines::tell_names(std::uint32_t offset) {
  if (document_.lines.empty()) return true;
  const std::uint32_t line = document_.line_at(offset);
  if (judged_[line] == Judged::not_yet) judged_[line] = judge(line) ? Judged::tells_names : Judged::tells_none;
  return judged_[line] == Judged::tells_names;
}

bool NameLines::is_title(std::uint32_t offset) const { return structure_.of_line(document_.line_at(offset)) == LineClass::title; }

bool NameLines::is_headline(std::uint32_t offset) const {
  if (document_.lines.empty()) return false;
  const WordSpans words = document_.words_in(document_.lines[document_.line_at(offset)].span);
  return capitals_of(words) * 2 > words.size();
}

Span NameLines::within_label(Span name) const {
  if (structure_.transcript.turns.empty()) return name;
  const Turn* const turn = structure_.transcript.turn_at(document_.line_at(name.begin));
  if (turn == nullptr || !turn->label.contains(turn->speaker) || !name.overlaps(turn->speaker) || turn->speaker.contains(name)) return name;
  return name.begin >= turn->speaker.begin ? Span{name.begin, turn->speaker.end} : turn->speaker;
}

std::size_t NameLines::capitals_of(const WordSpans& words) const {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](Span word) { return is_capital_at(document_.folded.text(), word.begin); }));
}

bool NameLines::judge(std::uint32_t line) const {
  const LineClass what = structure_.of_line(line);
  if (what == LineClass::title || what == LineClass::byline || what == LineClass::heading || what == LineClass::furniture) return false;
  if (structure_.transcript.turn_at(line) != nullptr) return true;
  const WordSpans words = document_.words_in(document_.lines[line].span);
  if (words.size() < short_line || words.size() > long_line) return true;
  const std::string_view line_text = document_.folded.slice(document_.lines[line].span);
  const bool introduces = line_text.ends_with(':') && line_text.find(", ") != std::string_view::npos;  // "Ann Lee, Mayor of Quilt:"
  return introduces || capitals_of(words) * 5 <= words.size() * 4;
}

}  // namespace onrecord
