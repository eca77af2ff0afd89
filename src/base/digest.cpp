#include "onrecord/base/digest.h"

// Not OpenSSL's libcrypto: to load it takes longer than to extract the records of a short article.
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace onrecord {
namespace {

/// Appends the first `count` hex digits of the digest of all `parts`.
void append_digest(std::string& out, std::initializer_list<std::string_view> parts, std::size_t count) {
  sha256_ctx state;
  sha256_init(&state);
  for (const std::string_view part : parts) sha256_update(&state, part.size(), reinterpret_cast<const std::uint8_t*>(part.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&state, digest.size(), digest.data());
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < count; ++i) out += digits[i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15];
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  constexpr std::size_t size = 2 * SHA256_DIGEST_SIZE;
  std::string hex;
  hex.reserve(size);
  append_digest(hex, {bytes}, size);
  return hex;
}

std::string record_id(std::string_view content_digest, std::string_view type, std::string_view place) {
  constexpr std::size_t digits = 24;
  std::string id;
  id.reserve(2 + digits);
  id += type.substr(0, 1);
  id += '_';
  append_digest(id, {content_digest, "\n", type, "\n", place}, digits);
  return id;
}

}  // namespace onrecord
