#include "onrecord/output/iri.h"

#include <fmt/format.h>

#include <iterator>

#include "onrecord/base/ascii.h"

namespace onrecord {
namespace {

/// Letters of other scripts may stand in an IRI as they are (RFC 3987); the bytes of UTF-8 that make them are above 0x7F.
std::string percent_encoded(std::string_view text, std::string_view allowed) {
  std::string encoded;
  for (const char c : text) {
    const bool stays = is_ascii_letter_or_digit(c) || static_cast<unsigned char>(c) > 0x7F || allowed.find(c) != std::string_view::npos;
    if (stays) encoded += c;
    else fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

bool is_iri(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  return name.starts_with("urn:") || name.substr(colon).starts_with("://");
}

}  // namespace

std::string iri_of_record(std::string_view id) { return "urn:onrecord:" + std::string(id); }

std::string iri_of_document(std::string_view doc, std::string_view id) {
  if (is_iri(doc)) return percent_encoded(doc, "-._~:/?#[]@!$&'()*+,;=%");
  if (doc.empty() || doc.substr(0, doc.find(':')) == "-") return iri_of_record(id);
  return percent_encoded(doc, "-._~/!$&'()*+,;=@");
}

}  // namespace onrecord
