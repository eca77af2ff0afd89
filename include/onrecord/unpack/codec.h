#pragma once

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

/// Each at the start of a member.
std::unique_ptr<Codec> gzip_codec();
std::unique_ptr<Codec> zstd_codec();
std::unique_ptr<Codec> xz_codec();
std::unique_ptr<Codec> bzip2_codec();

}  // namespace onrecord
