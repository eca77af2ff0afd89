#pragma once

#include <utility>
#include <vector>

namespace onrecord {

/// A set of code points, as sorted ranges (both ends inclusive) that do not touch.
using CodeRanges = std::vector<std::pair<char32_t, char32_t>>;

inline constexpr char32_t last_code_point = 0x10FFFF;

/// The set of ranges that stand in any order and may overlap.
CodeRanges normalized(CodeRanges ranges);
/// All other code points.
CodeRanges complement(const CodeRanges& ranges);
/// Whether a code point is in both.
bool share_characters(const CodeRanges& left, const CodeRanges& right);
/// What is in one of them or both.
CodeRanges joined(const CodeRanges& left, const CodeRanges& right);

/// Adds the other case of ASCII letters, and the two characters beyond ASCII that fold to one.
CodeRanges without_case(const CodeRanges& ranges);
/// Whether `without_case` is all there is to say: no letter of another script, unless all of them.
bool folds_simply(const CodeRanges& ranges);

/// What `\d`, `\s` and `\w` stand for, by the letter; empty: nothing.
CodeRanges perl_class(char letter);

}  // namespace onrecord
