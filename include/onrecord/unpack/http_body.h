#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

/// An HTTP message as a crawler has stored it.
struct HttpMessage {
  int status = 0;          ///< 0: no status line
  std::string media_type;  ///< "text/html", lower case; empty: not said
  std::string charset;     ///< as declared, lower case; empty: not said
  std::string body;        ///< transfer and content encodings undone
  std::string packed_by;   ///< a content encoding that is not known, as "br", if the body is still packed by it
};

/// Takes a stored message apart. Chunks are joined, gzip and deflate undone, where the header says so; where the body does not agree
/// with the header (crawlers often store it decoded), it is left as it is. None where there is no header, or the body unpacks to more
/// than `limit` bytes.
std::optional<HttpMessage> parse_http(std::string_view message, std::uint64_t limit);

/// "text/html; charset=UTF-8" taken apart: media type and charset, lower case, either may be empty.
std::pair<std::string, std::string> parse_media_type(std::string_view value);

}  // namespace onrecord
