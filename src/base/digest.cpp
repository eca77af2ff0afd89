#include "onrecord/base/digest.h"

// The plain functions: those behind EVP look the algorithm up at every call, which costs more than a record's id.
#define OPENSSL_API_COMPAT 0x10100000L
#include <openssl/sha.h>

#include <array>

namespace onrecord {
namespace {

/// Appends the first `count` hex digits of the digest of all `parts`.
void append_digest(std::string& out, std::initializer_list<std::string_view> parts, std::size_t count) {
  SHA256_CTX state;
  SHA256_Init(&state);
  for (const std::string_view part : parts) SHA256_Update(&state, part.data(), part.size());
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), &state);
  constexpr std::string_view digits = "0123456789abcdef";
  for (std::size_t i = 0; i < count; ++i) out += digits[i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15];
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  constexpr std::size_t size = 2 * SHA256_DIGEST_LENGTH;
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
