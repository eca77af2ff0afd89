#include "onrecord/text/bullet.h"

#include "onrecord/base/ascii.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

bool is_bullet(char32_t code) {
  switch (code) {
    case U'-': case U'–': case U'*': case U'•': case U'▪': case U'◦': case U'‣': case U'►': case U'▶': case U'✓': case U'✔': case U'·': return true;
    default: return false;
  }
}

/// "3. " or "3) "
std::uint32_t number_size(std::string_view text) {
  std::uint32_t i = 0;
  while (i < text.size() && is_ascii_digit(text[i])) ++i;
  return i > 0 && i <= 3 && i + 1 < text.size() && (text[i] == '.' || text[i] == ')') && text[i + 1] == ' ' ? i + 2 : 0;
}

}  // namespace

std::uint32_t bullet_size(std::string_view text) {
  const Character first = character_at(text, 0);
  if (first.size == 0) return 0;
  if (is_bullet(first.code)) return character_at(text, first.size).code == U' ' ? first.size + 1 : 0;
  return number_size(text);
}

}  // namespace onrecord
