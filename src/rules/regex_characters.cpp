#include "onrecord/rules/regex_characters.h"

#include <utility>

#include "onrecord/base/ascii.h"

namespace onrecord {
namespace {

std::optional<char32_t> read_hexadecimal(RegexCursor& cursor) {
  const bool braces = cursor.take("{");
  char32_t value = 0;
  std::size_t digits = 0;
  while (!cursor.at_end() && (braces || digits < 2) && value <= last_code_point) {
    const char c = cursor.peek();
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) break;
    value = value * 16 + static_cast<char32_t>(digit);
    ++digits;
    ++cursor.at;
  }
  if (digits == 0 || value > last_code_point || (braces && !cursor.take("}"))) return std::nullopt;
  return value;
}

/// One end of a range in a class.
std::optional<char32_t> read_class_character(RegexCursor& cursor) {
  if (!cursor.take("\\")) return cursor.take_character();
  if (cursor.at_end()) return std::nullopt;
  return read_escaped_character(cursor);
}

/// Adds what stands next in a class: a class of Perl, a character or a range. False where it is none of these.
bool read_class_item(RegexCursor& cursor, bool ignore_case, CodeRanges& ranges) {
  if (RegexCursor behind = cursor; behind.take("\\") && !behind.at_end()) {
    if (const auto perl = read_perl_class(behind, ignore_case)) {
      cursor = behind;
      ranges.insert(ranges.end(), perl->begin(), perl->end());
      return true;
    }
  }
  const auto low = read_class_character(cursor);
  if (!low) return false;
  char32_t high = *low;
  if (cursor.at + 1 < cursor.pattern.size() && cursor.peek() == '-' && cursor.pattern[cursor.at + 1] != ']') {
    ++cursor.at;
    const auto end = read_class_character(cursor);
    if (!end || *end < *low) return false;
    high = *end;
  }
  ranges.emplace_back(*low, high);
  return true;
}

}  // namespace

std::optional<char32_t> read_escaped_character(RegexCursor& cursor) {
  if (cursor.take("x")) return read_hexadecimal(cursor);
  const char c = cursor.peek();
  constexpr std::string_view letters = "tnrfva";
  constexpr std::string_view meanings = "\t\n\r\f\v\a";
  if (const std::size_t i = letters.find(c); i != std::string_view::npos) {
    ++cursor.at;
    return meanings[i];
  }
  if (is_ascii_word(c)) return std::nullopt;
  return cursor.take_character();
}

std::optional<CodeRanges> read_perl_class(RegexCursor& cursor, bool ignore_case) {
  constexpr char to_small = 0x20;
  const char c = cursor.peek();
  CodeRanges ranges = perl_class(static_cast<char>(c | to_small));
  if (ranges.empty()) return std::nullopt;
  ++cursor.at;
  if (c > 'Z') return ranges;
  return complement(ignore_case ? without_case(ranges) : ranges);  // before it is turned round, as what is added must be left out, too
}

std::optional<CodeRanges> read_character_class(RegexCursor& cursor, bool ignore_case) {
  const bool negated = cursor.take("^");
  CodeRanges ranges;
  bool first = true;
  while (!cursor.at_end() && (cursor.peek() != ']' || first)) {
    first = false;
    if (cursor.take("[:") || !read_class_item(cursor, ignore_case, ranges)) return std::nullopt;
  }
  if (!cursor.take("]")) return std::nullopt;
  ranges = normalized(std::move(ranges));
  if (ignore_case && !folds_simply(ranges)) return std::nullopt;
  if (ignore_case) ranges = without_case(ranges);
  return negated ? complement(ranges) : ranges;
}

}  // namespace onrecord
