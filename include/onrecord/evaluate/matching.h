#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/base/span.h"

/// Which found span is which marked one. Spans here count code points.
namespace onrecord {

/// The code points of valid UTF-8.
std::u32string characters_of(std::string_view text);

/// `span` without quotation marks, brackets, spaces and punctuation at both ends. Spans beyond the text are cut.
Span trimmed(const std::u32string& text, Span span);

/// How much of both spans is common: 1 for the same span, 0 for two that share nothing.
double jaccard(Span a, Span b);

/// Whether `inner` lies in `outer` and is not the same.
bool lies_inside(Span inner, Span outer);

/// When a found span counts as a marked one.
enum class Closeness {
  exact,  ///< the same span
  half,   ///< more than half of the characters are common
};

/// Whether a found span counts as a marked one.
bool is_close(Span found, Span marked, Closeness closeness);

inline constexpr std::uint32_t unmatched = 0xFFFFFFFF;

/// Pairs spans one to one, those first that have most in common. For each found one the index of the marked one, or
/// `unmatched`.
std::vector<std::uint32_t> match(const std::vector<Span>& found, const std::vector<Span>& marked, Closeness closeness);

}  // namespace onrecord
