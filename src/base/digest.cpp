#include "onrecord/base/digest.h"

// Not OpenSSL's libcrypto: to load it takes longer than to extract the records of a short article.
#include <nettle/sha2.h>

#include <cstring>

namespace onrecord {
namespace {

void update(sha256_ctx& state, std::string_view bytes) { sha256_update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data())); }

/// Appends the first `count` hex digits of the digest.
void append_digest(std::string& out, sha256_ctx& state, std::size_t count) {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&state, digest.size(), digest.data());
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<char, 2 * SHA256_DIGEST_SIZE> hex;
  for (std::size_t i = 0; i < count; i += 2) {
    hex[i] = digits[digest[i / 2] >> 4];
    hex[i + 1] = digits[digest[i / 2] & 15];
  }
  out.append(hex.data(), count);
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx state;
  sha256_init(&state);
  update(state, bytes);
  std::string hex;
  append_digest(hex, state, 2 * SHA256_DIGEST_SIZE);
  return hex;
}

RecordIds::RecordIds(std::string_view content_digest) : begun_{} {
  sha256_ctx state;
  static_assert(sizeof begun_ >= sizeof state);
  sha256_init(&state);
  update(state, content_digest);
  std::memcpy(begun_.data(), &state, sizeof state);
}

std::string RecordIds::id(std::string_view type, std::string_view place) const {
  constexpr std::size_t digits = 24;
  sha256_ctx state;
  std::memcpy(&state, begun_.data(), sizeof state);
  for (const std::string_view part : {std::string_view("\n"), type, std::string_view("\n"), place}) update(state, part);
  std::string id;
  id.reserve(2 + digits);
  id += type.substr(0, 1);
  id += '_';
  append_digest(id, state, digits);
  return id;
}

std::string record_id(std::string_view content_digest, std::string_view type, std::string_view place) { return RecordIds(content_digest).id(type, place); }

}  // namespace onrecord
