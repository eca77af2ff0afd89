#include "onrecord/text/line_numbers.h"

#include <cstdint>
#include <utility>

#include "onrecord/base/ascii.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

constexpr std::uint32_t fewest = 10;
constexpr std::uint32_t most_digits = 2;

struct Number {
  std::uint32_t value = 0;  // 0: none
  std::uint32_t size = 0;   // with the white space behind it
};

Number number_of(std::string_view line) {
  Number number;
  while (number.size < line.size() && is_ascii_digit(line[number.size])) {
    if (number.size == most_digits) return {};
    number.value = number.value * 10 + static_cast<std::uint32_t>(line[number.size++] - '0');
  }
  if (number.value == 0 || line.front() == '0') return {};
  if (number.size < line.size() && line[number.size] != ' ' && line[number.size] != '\t') return {};
  while (number.size < line.size() && (line[number.size] == ' ' || line[number.size] == '\t')) ++number.size;
  return number;
}

bool follows(std::uint32_t value, std::uint32_t before) { return value == before + 1 || (value == 1 && before > 1); }

/// The numbers of all lines; empty where they are not those of lines.
std::vector<Number> numbers_of(std::string_view text, const std::vector<Line>& lines) {
  std::vector<Number> numbers(lines.size());
  std::size_t numbered = 0, in_order = 0, going_on = 0;
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = slice(text, lines[i].span);
    numbers[i] = number_of(line);
    if (numbers[i].value == 0) continue;
    ++numbered;
    in_order += follows(numbers[i].value, before) ? 1 : 0;
    going_on += is_small_at(text, lines[i].span.begin + numbers[i].size) ? 1 : 0;
    before = numbers[i].value;
  }
  const bool are_numbers = in_order >= fewest && in_order * 10 >= numbered * 9 && numbered * 3 >= lines.size() * 2 && going_on * 6 >= numbered;
  return are_numbers ? numbers : std::vector<Number>();
}

}  // namespace

void take_off_numbers(std::string_view text, std::vector<Line>& lines) {
  if (lines.size() < fewest) return;
  const std::vector<Number> numbers = numbers_of(text, lines);
  if (numbers.empty()) return;
  std::vector<Line> kept;
  std::uint32_t before = 0, blank = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line line = lines[i];
    const Number number = numbers[i];
    if (number.value > 0) {
      if (number.value == before + 1) line.blank_before = 0;
      before = number.value;
      line.span.begin += number.size;
    }
    if (line.span.empty()) {
      ++blank;
      continue;
    }
    line.blank_before += blank;
    blank = 0;
    kept.push_back(line);
  }
  lines = std::move(kept);
}

}  // namespace onrecord
