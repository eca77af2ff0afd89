#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace onrecord {

/// Text that was made of bytes.
struct Decoded {
  std::string text;          ///< valid UTF-8, without a byte order mark
  std::string encoding;      ///< what it was read as, lower case: "utf-8", "utf-16le", "windows-1252"
  std::size_t repaired = 0;  ///< bytes that stood for no character and were replaced
};

/// Makes text of bytes. In this order: a byte order mark; UTF-8, where that is what it is, but for a few bad bytes; UTF-16 without a
/// mark; `declared` (the name a header or the page itself gives; may be empty or unknown); a guess by uchardet, for texts of a KiB and
/// more with many bytes that are not ASCII; windows-1252, of which Latin-1 is a part. Cannot fail: one '?' stands for each bad byte of
/// UTF-8, U+FFFD for what is no character in another encoding.
Decoded decode(std::string bytes, std::string_view declared = {});

/// Whether `decode` knows an encoding of this name, in capitals or small letters.
bool is_encoding(std::string_view name);

/// UTF-8 as such, whatever it looks like: for JSON.
Decoded decode_utf8(std::string bytes);

}  // namespace onrecord
