#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord {

/// The SHA-256 of `bytes` in 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

/// Makes the ids of an article's records. What they have in common is digested once: half of the work of each.
class RecordIds {
 public:
  explicit RecordIds(std::string_view content_digest);
  /// The first letter of `type`, '_' and 24 hex digits of a digest of the article's digest, the type and the place.
  std::string id(std::string_view type, std::string_view place) const;

 private:
  std::array<std::uint64_t, 14> begun_;  // the state of the digest behind what all ids begin with
};

/// The id of a single record.
std::string record_id(std::string_view content_digest, std::string_view type, std::string_view place);

}  // namespace onrecord
