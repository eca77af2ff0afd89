#include "onrecord/pipeline/output_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "onrecord/base/digest.h"

namespace onrecord {
namespace {

constexpr std::size_t most_name_bytes = 200;  // file systems take 255; room is left for suffixes

/// Control characters, '%' and '/' as %XX; so is a dot at the beginning, which would hide the file.
std::string as_one_name(std::string_view id) {
  std::string name;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte >= 0x20 && byte != 0x7F && c != '%' && c != '/' && !(c == '.' && name.empty());
    name += is_plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return name;
}

std::string shortened(std::string_view name) {
  if (name.size() <= most_name_bytes) return std::string(name);
  std::size_t end = most_name_bytes - 17;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
  return std::string(name.substr(0, end)) + '-' + sha256_hex(name).substr(0, 16);
}

std::optional<std::string> kept_folders(std::string_view path) {
  if (path.starts_with('/')) return std::nullopt;
  std::string name;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part == "..") return std::nullopt;
    if (part.empty() || part == ".") continue;
    if (!name.empty()) name += '/';
    name += shortened(part);
  }
  if (name.empty()) return std::nullopt;
  return name;
}

}  // namespace

std::optional<std::string> output_name(const std::string& id, const std::string& source, const std::string& suffix) {
  if (id.empty()) return std::nullopt;
  if (source == "-" && id.starts_with('-')) return shortened("stdin" + as_one_name(id.substr(1))) + suffix;
  if (!id.starts_with(source)) return shortened(as_one_name(id)) + suffix;
  std::optional<std::string> name = kept_folders(id);
  if (name) *name += suffix;
  return name;
}

}  // namespace onrecord
