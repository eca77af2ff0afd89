#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "onrecord/rules/code_ranges.h"
#include "onrecord/text/characters.h"

namespace onrecord {

/// A place in a pattern that is read from left to right. Refers to the pattern.
struct RegexCursor {
  std::string_view pattern;
  std::size_t at = 0;  ///< byte

  bool at_end() const { return at >= pattern.size(); }
  /// Not at the end.
  char peek() const { return pattern[at]; }
  /// Goes behind `text` if that comes next; else stays.
  bool take(std::string_view text) {
    if (pattern.substr(at, text.size()) != text) return false;
    at += text.size();
    return true;
  }
  /// Not at the end.
  char32_t take_character() {
    const Character character = character_at(pattern, static_cast<std::uint32_t>(at));
    at += character.size;
    return character.code;
  }
};

/// Behind a backslash, not at the end: the code point of an escape, as of "x{201D}", "n" and "."; none where it is no single character.
std::optional<char32_t> read_escaped_character(RegexCursor& cursor);

/// Behind a backslash, not at the end: the characters of "d", "s", "w", or those that are none of them ("D", "S", "W"), then without the other case, too,
/// if case is ignored. None, and nothing is read, where something else stands there.
std::optional<CodeRanges> read_perl_class(RegexCursor& cursor, bool ignore_case);

/// Behind a '[': the characters of the class, normalized, its ']' read. None where something in it is no part of the syntax that `parse_regex` reads.
std::optional<CodeRanges> read_character_class(RegexCursor& cursor, bool ignore_case);

}  // namespace onrecord
