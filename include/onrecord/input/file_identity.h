#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace onrecord {

/// A file or folder, by whatever name it goes.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t number = 0;
  bool operator==(const FileIdentity&) const = default;
};

/// The file or folder at `path`, behind links. None: there is none, or it is a device or a pipe.
std::optional<FileIdentity> identity_of(const std::string& path);

/// The same of an open file.
std::optional<FileIdentity> identity_of_open(int descriptor);

}  // namespace onrecord
