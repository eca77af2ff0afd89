#include "onrecord/base/digest.h"

#include <openssl/evp.h>

#include <array>

namespace onrecord {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

std::string record_id(std::string_view content_digest, std::string_view type, std::string_view place) {
  std::string key{content_digest};
  for (const std::string_view part : {type, place}) {
    key += '\n';
    key += part;
  }
  std::string id{type.substr(0, 1)};
  id += '_';
  id.append(sha256_hex(key), 0, 24);
  return id;
}

}  // namespace onrecord
