#pragma once

#include <string_view>

namespace onrecord {

/// UTF-8 without the mark that some programs write before it.
constexpr std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

}  // namespace onrecord
