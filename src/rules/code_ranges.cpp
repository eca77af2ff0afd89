#include "onrecord/rules/code_ranges.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace onrecord {
namespace {

/// Which ASCII letters, in either case, are in the ranges: bit 0 is a.
std::uint32_t letters_in(const CodeRanges& ranges) {
  std::uint32_t letters = 0;
  for (const auto& [first, last] : ranges) {
    for (const char32_t a : {U'a', U'A'}) {
      for (char32_t code = std::max(first, a); code <= std::min<char32_t>(last, a + 25); ++code) letters |= 1U << (code - a);
    }
  }
  return letters;
}

}  // namespace

CodeRanges normalized(CodeRanges ranges) {
  if (ranges.size() == 1) return ranges;
  std::sort(ranges.begin(), ranges.end());
  CodeRanges result;
  for (const auto& range : ranges) {
    if (!result.empty() && range.first <= result.back().second + 1) {
      result.back().second = std::max(result.back().second, range.second);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

CodeRanges complement(const CodeRanges& ranges) {
  CodeRanges result;
  char32_t next = 0;
  for (const auto& [first, last] : ranges) {
    if (first > next) result.emplace_back(next, first - 1);
    next = last + 1;
  }
  if (next <= last_code_point) result.emplace_back(next, last_code_point);
  return result;
}

CodeRanges without_case(const CodeRanges& ranges) {
  const std::uint32_t letters = letters_in(ranges);
  if (letters == 0) return ranges;
  CodeRanges result = ranges;
  for (char32_t i = 0; i < 26; ++i) {
    if ((letters >> i & 1) == 0) continue;
    result.emplace_back('a' + i, 'a' + i);
    result.emplace_back('A' + i, 'A' + i);
  }
  constexpr char32_t kelvin = 0x212A;
  constexpr char32_t long_s = 0x17F;
  if ((letters >> ('k' - 'a') & 1) != 0) result.emplace_back(kelvin, kelvin);
  if ((letters >> ('s' - 'a') & 1) != 0) result.emplace_back(long_s, long_s);
  return normalized(std::move(result));
}

bool folds_simply(const CodeRanges& ranges) {
  return std::all_of(ranges.begin(), ranges.end(), [](const auto& range) {
    const auto& [first, last] = range;
    if (last < 0x80 || last == last_code_point) return true;
    return (first >= 0xA0 && last <= 0xB4) || (first >= 0xB6 && last <= 0xBF) || (first >= 0x2010 && last <= 0x2070) || (first >= 0xE000 && last <= 0xF8FF);
  });
}

CodeRanges perl_class(char letter) {
  switch (letter) {
    case 'd': return {{'0', '9'}};
    case 's': return {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};
    case 'w': return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    default: return {};
  }
}

bool share_characters(const CodeRanges& left, const CodeRanges& right) {
  auto a = left.begin(), b = right.begin();
  while (a != left.end() && b != right.end()) {
    if (a->second < b->first) ++a;
    else if (b->second < a->first) ++b;
    else return true;
  }
  return false;
}

CodeRanges joined(const CodeRanges& left, const CodeRanges& right) {
  CodeRanges all = left;
  all.insert(all.end(), right.begin(), right.end());
  return normalized(std::move(all));
}

}  // namespace onrecord
