#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace onrecord {

/// One library's decoder, fed from outside.
class Codec {
 public:
  /// What one call of `decode` came to.
  enum class Step {
    going,     ///< took or gave bytes, or wants more input
    complete,  ///< a member has ended, checksum and all
    corrupt,
    long_window,  ///< it looks back farther than the codec may keep bytes for
    no_memory,
  };
  Codec() = default;
  Codec(const Codec&) = delete;
  Codec& operator=(const Codec&) = delete;
  virtual ~Codec() = default;

  /// Decodes from `in` to [`out`, `out` + `room`); shortens `in` by what was taken, sets `room` to what is left.
  virtual Step decode(std::string_view& in, char* out, std::size_t& room) = 0;
  /// Makes ready for the next member.
  virtual bool restart() = 0;
};

/// Each at the start of a member. `max_window`: the most bytes of what was unpacked that are kept to look back to, which is what a codec's memory
/// is for; gzip and bzip2 never keep a MiB.
std::unique_ptr<Codec> gzip_codec();
std::unique_ptr<Codec> zstd_codec(std::uint64_t max_window);
std::unique_ptr<Codec> xz_codec(std::uint64_t max_window);
std::unique_ptr<Codec> bzip2_codec();

}  // namespace onrecord
