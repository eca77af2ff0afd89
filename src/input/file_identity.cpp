#include "onrecord/input/file_identity.h"

#include <sys/stat.h>

namespace onrecord {
namespace {

std::optional<FileIdentity> identity_of(const struct stat& status) {
  if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) return std::nullopt;
  return FileIdentity{status.st_dev, status.st_ino};
}

}  // namespace

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 ? identity_of(status) : std::nullopt;
}

std::optional<FileIdentity> identity_of_open(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 ? identity_of(status) : std::nullopt;
}

}  // namespace onrecord
