#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace onrecord {

/// A few bytes that a scanner stops at: it goes from one to the next and looks at nothing in between.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char byte : bytes) table_[static_cast<unsigned char>(byte)] = 1;
  }

  /// Where the first of them stands in `text` at or behind `from`; `text.size()` where none does.
  std::size_t find_in(std::string_view text, std::size_t from) const {
    std::size_t i = from;
    for (; i + 4 <= text.size(); i += 4) {
      if ((at(text, i) | at(text, i + 1) | at(text, i + 2) | at(text, i + 3)) != 0) break;
    }
    while (i < text.size() && at(text, i) == 0) ++i;
    return i;
  }

 private:
  unsigned char at(std::string_view text, std::size_t i) const { return table_[static_cast<unsigned char>(text[i])]; }

  std::array<unsigned char, 256> table_{};
};

}  // namespace onrecord
