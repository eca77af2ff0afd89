#include "onrecord/extract/record/places.h"

#include <algorithm>

#include "onrecord/text/byte_set.h"

namespace onrecord {
namespace {

/// Offsets at which a line begins. "\n", "\r\n" and a lone "\r" end one, as in the folded text.
std::vector<std::uint32_t> find_line_starts(const std::string& text) {
  constexpr ByteSet may_end_line("\r\n");
  std::vector<std::uint32_t> starts = {0};
  for (std::size_t i = may_end_line.find_in(text, 0); i < text.size(); i = may_end_line.find_in(text, i + 1)) {
    const bool is_end = text[i] == '\n' || i + 1 == text.size() || text[i + 1] != '\n';
    if (is_end) starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

}  // namespace

Places::Places(const Document& document) : document_(document), characters_(document.text), line_starts_(find_line_starts(document.text)) {}

TextPlace Places::place(Span folded) const {
  TextPlace place;
  place.bytes = document_.folded.to_original(folded);
  place.characters = {characters_.characters_before(document_.text, place.bytes.begin), characters_.characters_before(document_.text, place.bytes.end)};
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), place.bytes.begin);
  place.line = static_cast<std::uint32_t>(next - line_starts_.begin());
  return place;
}

Quoted Places::quoted(Span folded) const { return {words(folded), place(folded)}; }

std::string Places::words(Span folded) const { return std::string(slice(document_.text, document_.folded.to_original(folded))); }

}  // namespace onrecord
