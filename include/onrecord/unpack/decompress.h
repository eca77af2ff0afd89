#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "onrecord/unpack/byte_layer.h"

namespace onrecord {

/// The ways of packing that are known.
enum class Compression : std::uint8_t { none, gzip, zstd, xz, bzip2 };

/// What `zstd -d` allows, and twice what `xz -9` takes.
inline constexpr std::uint64_t usual_window = 128U << 20U;

/// The most bytes that `compression_of` looks at.
inline constexpr std::size_t compression_head = 6;

/// What the first bytes say; `none` where they are none of ours.
Compression compression_of(std::string_view head);

/// What is packed in `inner`, unpacked as it is read: members one behind the other are joined, checksums are checked. A failure says
/// "corrupt", "truncated", "read_failed" where there is no memory, or "too_large" where so much comes of so little that it can be no text, or where
/// more than `max_window` bytes of what was unpacked would have to be kept (of zstd the next lower power of two, of 1 KiB to 2 GiB); all bytes before
/// it are good as far as the format can tell.
/// Each format is read by its own library (zlib, libzstd, liblzma, libbz2), as libarchive does not check gzip's CRC.
std::unique_ptr<ByteLayer> decompress(std::unique_ptr<ByteLayer> inner, Compression compression, std::uint64_t max_window = usual_window);

}  // namespace onrecord
