#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How words of lexicons stand in views, and so in expanded patterns.
namespace onrecord {

/// With a backslash before each character that means something in RE2's syntax.
std::string quote_meta(std::string_view word);

/// A character in RE2's syntax: `\x{E000}`.
std::string pattern_code(char32_t code);

/// A word as views show it: its dots are inner dots.
std::string view_form(std::string_view word);

/// A word of a tagged lexicon as views show it behind its tag: with a small first letter, unless its second is a capital too ("FBI"), and spaces of a
/// phrase as underscores.
std::string tagged_form(std::string_view word);

/// Any of the words, each once, in brackets. A longer word stands before its own prefix.
std::string alternation(std::vector<std::string> words);

}  // namespace onrecord
