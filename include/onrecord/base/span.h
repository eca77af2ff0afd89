#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace onrecord {

/// A half-open range `[begin, end)` of byte offsets into one text. Which text is said where a span is declared.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

/// The bytes of `text` that `span` covers. The view is valid as long as `text` is.
inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

/// The smallest span that holds both.
inline Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace onrecord
