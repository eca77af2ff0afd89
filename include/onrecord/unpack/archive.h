#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/unpack/byte_layer.h"

namespace onrecord {

/// The archives that can be read.
enum class ArchiveFormat : std::uint8_t { none, tar, zip };

/// The most bytes that `archive_of` looks at.
inline constexpr std::size_t archive_head = 512;

/// What the first bytes say.
ArchiveFormat archive_of(std::string_view head);

/// A file in an archive.
struct ArchiveMember {
  std::string name;        ///< as the archive has it, valid UTF-8 or not; with '/' between folders
  std::uint64_t size = 0;  ///< bytes, as announced, holes included; 0 also where it is not known beforehand
};

/// Reads a tar or a zip from front to back, without seeking. libarchive stands behind it, with these two formats and nothing else
/// switched on: its guessing takes some plain texts for archives.
class Archive {
 public:
  Archive(std::unique_ptr<ByteLayer> bytes, ArchiveFormat format);
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  /// Goes to the next regular file; folders, links and devices are passed over. None at the end and after a failure.
  std::optional<ArchiveMember> next();
  /// The content of the member that `next` gave, from where it was left; ends with the next call of `next`. Holes of sparse files read as
  /// zeros. Must not outlive the archive.
  std::unique_ptr<ByteLayer> content();
  /// Why there is no next member: the archive itself is damaged. Failures of one member are its layer's.
  const std::optional<ReadFailure>& failure() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace onrecord
