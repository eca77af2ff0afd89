#pragma once

#include <string>
#include <string_view>

#include "onrecord/base/ascii.h"

namespace onrecord {

/// The small letter of a capital of ASCII; any other byte as it is, whatever the locale.
constexpr char small_letter(char c) { return is_ascii_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// `text` with the capitals of ASCII as small letters.
inline std::string small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = small_letter(c);
  return small;
}

}  // namespace onrecord
