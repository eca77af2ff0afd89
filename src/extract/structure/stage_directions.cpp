#include "onrecord/extract/structure/stage_directions.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/extract/page/page.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t most_behind = 3;
constexpr std::ptrdiff_t long_direction = 4;  // words: so many are said, whatever stands around them

/// "0:12", "00:00:12,345 --> 00:00:14,000".
bool is_time(std::string_view text) { return text.find(':') != std::string_view::npos && text.find_first_not_of("0123456789:.,-> ") == std::string_view::npos; }

}  // namespace

bool is_direction(std::string_view text) {
  return (text.starts_with('(') && text.ends_with(')')) || (text.starts_with('[') && text.ends_with(']')) || is_time(text);
}

bool is_broken_off(std::string_view line) { return line.ends_with("\u2014") || line.ends_with("--"); }

bool holds_time(std::string_view label) {
  for (std::size_t colon = label.find(':', 1); colon != std::string_view::npos; colon = label.find(':', colon + 1)) {
    if (is_ascii_digit(label[colon - 1]) && colon + 1 < label.size() && is_ascii_digit(label[colon + 1])) return true;
  }
  return false;
}

Span without_directions(std::string_view source, Span span) {
  constexpr std::size_t longest = 60;
  span = without_space(source, span);
  for (std::string_view text = slice(source, span); text.starts_with('(') || text.starts_with('['); text = slice(source, span)) {
    const std::size_t end = text.substr(0, longest).find(text.front() == '(' ? ')' : ']');
    const std::size_t next = end == std::string_view::npos ? end : text.find_first_not_of(": ", end + 1);
    if (next == std::string_view::npos || next == end + 1) break;
    span.begin += static_cast<std::uint32_t>(next);
  }
  for (std::size_t i = 0; i < most_behind; ++i) {
    const std::string_view text = slice(source, span);
    if (!text.ends_with(')') && !text.ends_with(']')) break;
    const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
    const bool behind_sentence = open != std::string_view::npos && open > 1 && text[open - 1] == ' ' && measure(text.substr(0, open - 1)).ends_sentence;
    if (!behind_sentence || std::count(text.begin() + static_cast<std::ptrdiff_t>(open), text.end(), ' ') >= long_direction) break;
    span.end = span.begin + static_cast<std::uint32_t>(open);
    span = without_space(source, span);
  }
  return span;
}

}  // namespace onrecord
