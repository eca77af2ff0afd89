#include "onrecord/evaluate/matching.h"

#include <algorithm>
#include <tuple>

#include "onrecord/base/utf8.h"

namespace onrecord {
namespace {

constexpr std::u32string_view edge = U" \t\n\u00A0\u202F\"'“”‘’«»„`.,;:!?…-–—()[]";

bool is_edge(char32_t c) { return edge.find(c) != std::u32string_view::npos; }

char32_t character_at(std::string_view text, std::size_t offset, std::size_t length) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (length == 1) return lead;
  char32_t character = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) character = character << 6 | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
  return character;
}

struct Pair {
  double common;
  std::uint32_t found, marked;
};

std::vector<Pair> overlapping_pairs(const std::vector<Span>& found, const std::vector<Span>& marked) {
  std::vector<Pair> pairs;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    for (std::uint32_t j = 0; j < marked.size(); ++j) {
      if (const double common = jaccard(found[i], marked[j]); common > 0) pairs.push_back({common, i, j});
    }
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return std::tuple(-a.common, a.found, a.marked) < std::tuple(-b.common, b.found, b.marked); });
  return pairs;
}

}  // namespace

std::u32string characters_of(std::string_view text) {
  std::u32string characters;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t length = std::max<std::size_t>(character_length(text, offset), 1);
    characters += character_at(text, offset, length);
    offset += length;
  }
  return characters;
}

Span trimmed(const std::u32string& text, Span span) {
  span.end = std::min(span.end, static_cast<std::uint32_t>(text.size()));
  while (span.begin < span.end && is_edge(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_edge(text[span.end - 1])) --span.end;
  return span;
}

double jaccard(Span a, Span b) {
  if (!a.overlaps(b)) return 0;
  return static_cast<double>(std::min(a.end, b.end) - std::max(a.begin, b.begin)) / static_cast<double>(cover(a, b).size());
}

bool lies_inside(Span inner, Span outer) { return outer.contains(inner) && inner != outer; }

bool is_close(Span found, Span marked, Closeness closeness) { return closeness == Closeness::exact ? found == marked : jaccard(found, marked) > 0.5; }

std::vector<std::uint32_t> match(const std::vector<Span>& found, const std::vector<Span>& marked, Closeness closeness) {
  std::vector<std::uint32_t> matches(found.size(), unmatched);
  std::vector<bool> taken(marked.size(), false);
  for (const Pair& pair : overlapping_pairs(found, marked)) {
    if (matches[pair.found] != unmatched || taken[pair.marked]) continue;
    if (!is_close(found[pair.found], marked[pair.marked], closeness)) continue;
    matches[pair.found] = pair.marked;
    taken[pair.marked] = true;
  }
  return matches;
}

}  // namespace onrecord
