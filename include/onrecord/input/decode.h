#pragma once

#include <cstddef>
#include <string>

namespace onrecord {

struct Decoded {
  std::string text;  ///< valid UTF-8
  std::string encoding;
  std::size_t repaired = 0;  ///< bytes that stood for no character and were replaced
};

/// Makes text of bytes. UTF-16 is known by its byte order mark; everything else is UTF-8. Cannot fail: what is no
/// character is replaced, one '?' for each bad byte of UTF-8.
Decoded decode(std::string bytes);

}  // namespace onrecord
