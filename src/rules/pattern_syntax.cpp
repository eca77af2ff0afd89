#include "onrecord/rules/pattern_syntax.h"

#include <algorithm>
#include <cstdint>

#include "onrecord/base/ascii.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::size_t npos = std::string_view::npos;

char byte_at(std::string_view pattern, std::size_t i) { return i < pattern.size() ? pattern[i] : '\0'; }

/// Behind the first `closing` at `i` or behind.
std::size_t past(std::string_view closing, std::string_view pattern, std::size_t i) {
  const std::size_t found = pattern.find(closing, i);
  return found == npos ? pattern.size() : found + closing.size();
}

bool is_hex_digit(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Behind `[:alpha:]` in a class, or the only byte of something else.
std::size_t class_item_end(std::string_view pattern, std::size_t i) {
  constexpr std::size_t opening = 2;  // bytes of "[:"
  const bool may_be_named = pattern.substr(i).starts_with("[:");
  const std::size_t close = may_be_named ? pattern.find(":]", i + opening) : npos;
  if (close != npos) return close + opening;
  return i + (pattern[i] == '\\' ? 2 : 1);
}

}  // namespace

bool begins_reference(std::string_view pattern, std::size_t i) { return byte_at(pattern, i) == '{' && !is_ascii_digit(byte_at(pattern, i + 1)); }

std::size_t comment_end(std::string_view pattern, std::size_t i) { return std::min(pattern.find('\n', i), pattern.size()); }

std::size_t escape_end(std::string_view pattern, std::size_t i) {
  const char kind = byte_at(pattern, i + 1), next = byte_at(pattern, i + 2);
  if (kind == 'Q') return past("\\E", pattern, i);
  const bool is_class = kind == 'p' || kind == 'P';
  if ((is_class || kind == 'x') && next == '{') return past("}", pattern, i);
  if (is_class && is_ascii_letter(next)) return i + 3;
  if (kind == 'x' && is_hex_digit(next) && is_hex_digit(byte_at(pattern, i + 3))) return i + 4;
  return i + 1 + character_at(pattern, static_cast<std::uint32_t>(i + 1)).size;
}

std::size_t class_end(std::string_view pattern, std::size_t i) {
  std::size_t end = i + 1;
  if (byte_at(pattern, end) == '^') ++end;
  if (byte_at(pattern, end) == ']') ++end;  // at the beginning it stands for itself
  while (end < pattern.size() && pattern[end] != ']') end = class_item_end(pattern, end);
  return end < pattern.size() ? end + 1 : npos;
}

std::size_t group_opening_end(std::string_view pattern, std::size_t i) {
  const std::string_view group = pattern.substr(i);
  if (!group.starts_with("(?")) return i + 1;
  if (group.starts_with("(?P<")) return past(">", pattern, i);
  const std::size_t end = pattern.find_first_of(":)=!<", i);
  if (end == npos) return pattern.size();
  return pattern[end] == ')' ? end : end + 1;
}

}  // namespace onrecord
