#include "onrecord/input/decode.h"

#include <string_view>

#include "onrecord/base/utf8.h"

namespace onrecord {
namespace {

Decoded decode_wide(std::string_view bytes, ByteOrder order) {
  Decoded decoded;
  decoded.encoding = order == ByteOrder::little ? "utf-16le" : "utf-16be";
  decoded.text = decode_utf16(bytes.substr(2), order, decoded.repaired);
  return decoded;
}

}  // namespace

Decoded decode(std::string bytes) {
  const std::string_view head = bytes;
  if (head.starts_with("\xFF\xFE")) return decode_wide(head, ByteOrder::little);
  if (head.starts_with("\xFE\xFF")) return decode_wide(head, ByteOrder::big);
  Decoded decoded;
  if (head.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  decoded.encoding = "utf-8";
  decoded.repaired = repair_utf8(bytes);
  decoded.text = std::move(bytes);
  return decoded;
}

}  // namespace onrecord
