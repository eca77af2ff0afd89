#pragma once

#include <cstddef>
#include <string_view>

/// The syntax of patterns as they are written: RE2's, with references and free spacing.
namespace onrecord {

/// What free spacing leaves out.
constexpr bool is_pattern_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Whether the brace at `i` begins a reference such as `{cap:name}`; else it begins a repeat, `{2,3}`.
bool begins_reference(std::string_view pattern, std::size_t i);

/// Each of these tells where ends what begins at `i`. They take any text: what is not closed ends where the pattern does.

/// A comment of free spacing, without its line end.
std::size_t comment_end(std::string_view pattern, std::size_t i);
/// `\d`, `\.`, `\x{C0}`, `\xC0`, `\p{Lu}`, `\pL`, `\Q…\E`.
std::size_t escape_end(std::string_view pattern, std::size_t i);
/// `[…]`; `npos` where it is not closed.
std::size_t class_end(std::string_view pattern, std::size_t i);
/// What opens a group: `(`, `(?:`, `(?i:`, `(?P<name>`. `(?i)` closes as a group does: its bracket is left.
std::size_t group_opening_end(std::string_view pattern, std::size_t i);

}  // namespace onrecord
