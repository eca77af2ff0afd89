#pragma once

namespace onrecord {

/// Whether `code` is a mark that stands on, in or under the letter before it (U+0300 to U+036F).
constexpr bool is_combining_mark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

/// The one character that `letter` with `mark` is ("e", U+0301: "é"), as in Unicode's form NFC; `letter` where there is none.
char32_t composed_letter(char32_t letter, char32_t mark);

}  // namespace onrecord
