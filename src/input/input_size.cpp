#include "onrecord/input/input_size.h"

#include <sys/stat.h>

#include <variant>

#include "onrecord/input/path_stream.h"

namespace onrecord {
namespace {

bool can_be_read_twice(const std::string& path) {
  struct stat status {};
  return path != "-" && stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

}  // namespace

std::optional<std::uint64_t> input_size(const InputOptions& options) {
  if (options.list && !can_be_read_twice(*options.list)) return std::nullopt;
  PathStream paths(options);
  std::uint64_t bytes = 0;
  while (const auto found = paths.next()) {
    const auto* file = std::get_if<FoundFile>(&*found);
    if (file == nullptr) continue;
    if (!file->is_regular) return std::nullopt;
    bytes += file->size;
  }
  return bytes / options.shards;
}

}  // namespace onrecord
