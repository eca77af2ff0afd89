#pragma once

#include <string_view>
#include <vector>

#include "onrecord/base/span.h"

namespace onrecord {

/// The words of `unit` in order. A word is a run of letters and digits with hyphens, apostrophes and dots between them
/// ("U.S." keeps its last dot); a final 's is a word of its own. What stands outside of `unit` counts for nothing.
std::vector<Span> words_in(std::string_view text, Span unit);

/// The same, appended to `words`.
void append_words(std::string_view text, Span unit, std::vector<Span>& words);

/// What of `word` stands before its first apostrophe, straight or curly ("It" of "It's"); all of it where it has none.
std::string_view before_apostrophe(std::string_view word);

}  // namespace onrecord
