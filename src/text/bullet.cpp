#include "onrecord/text/bullet.h"

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// What stands for nothing else where a line begins.
bool is_bullet(char32_t code) {
  switch (code) {
    case U'•':
    case U'▪':
    case U'◦':
    case U'‣':
    case U'►':
    case U'▶':
    case U'✓':
    case U'✔':
    case U'·': return true;
    default: return false;
  }
}

/// The size of "3.", "3)" or "3.1.". A number of more digits is a year or a sum.
std::uint32_t number_size(std::string_view text) {
  constexpr std::uint32_t most_digits = 3;
  std::uint32_t size = 0;
  for (char32_t behind = '.'; behind == '.';) {
    std::uint32_t digits = 0;
    while (is_digit(character_at(text, size + digits).code)) ++digits;
    behind = character_at(text, size + digits).code;
    if (digits == 0 || digits > most_digits || (behind != '.' && behind != ')')) break;
    size += digits + 1;
  }
  return size;
}

/// With the white space that stands at `offset`.
std::uint32_t behind_space(std::string_view text, std::uint32_t offset) {
  for (Character next = character_at(text, offset); is_space(next.code); next = character_at(text, offset)) offset += next.size;
  return offset;
}

}  // namespace

std::uint32_t bullet_size(std::string_view text) {
  const Character first = character_at(text, 0);
  if (is_bullet(first.code)) return behind_space(text, first.size);
  // "-5 degrees", "*Ann Lee*" and "3.5 percent" are no items.
  const std::uint32_t mark = is_dash(first.code) || first.code == '*' ? first.size : number_size(text);
  const std::uint32_t end = behind_space(text, mark);
  return end > mark ? end : 0;
}

}  // namespace onrecord
