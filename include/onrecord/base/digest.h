#pragma once

#include <string>
#include <string_view>

namespace onrecord {

/// The SHA-256 of `bytes` in 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

/// A record's id: the first letter of `type`, '_' and 24 hex digits of a digest of the three parts.
std::string record_id(std::string_view content_digest, std::string_view type, std::string_view place);

}  // namespace onrecord
