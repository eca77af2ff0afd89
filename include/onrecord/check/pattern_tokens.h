#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// What a stretch of a pattern as written is.
enum class TokenKind {
  literal,    ///< one character that stands for itself
  escape,     ///< `\d`, `\.`, `\x{C0}`, `\p{Lu}`, `\Q…\E`
  any,        ///< `.`
  set,        ///< `[…]`
  reference,  ///< `{cap:name}`
  open,       ///< `(`, `(?:`, `(?P<name>`, `(?i)`
  close,      ///< `)`
  bar,        ///< `|`
  repeat,     ///< `*`, `+?`, `{2,3}`
  edge,       ///< `^`, `$`
};

/// A stretch of a pattern as written.
struct PatternToken {
  TokenKind kind = TokenKind::literal;
  std::size_t begin = 0;  ///< offset in the pattern, in bytes
  std::size_t end = 0;
};

/// The tokens of a pattern as written, without the white space and comments of free spacing. Takes any text: what is
/// malformed ends where the pattern does.
std::vector<PatternToken> pattern_tokens(std::string_view pattern, bool extended);

/// The names that a reference such as `{@cue[voice=finite]:cue}` or `{a|b}` holds: "cue"; "a" and "b".
std::vector<std::string> names_in_reference(std::string_view reference);

/// The upper bound of a repeat such as `{2,300}`, or its only number; 0 for all that have none.
std::uint32_t upper_bound(std::string_view repeat);

/// A stretch of tokens, as indices: one of the alternatives between bars.
struct Alternative {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Alternatives that stand beside each other, at the top level or in one pair of brackets.
struct Alternatives {
  std::vector<Alternative> choices;  ///< at least two
  bool ends_pattern = false;         ///< nothing of the pattern comes behind them
};

/// All alternatives of a pattern, the outer before the inner.
std::vector<Alternatives> alternatives_in(const std::vector<PatternToken>& tokens);

}  // namespace onrecord
