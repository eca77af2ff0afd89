#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <bit>

#include "onrecord/unpack/codec.h"

namespace onrecord {
namespace {

/// The library takes the limit as a power of two; whoever allows 100 MB allows 64 MB.
int window_log(std::uint64_t max_window) {
  const ZSTD_bounds bounds = ZSTD_dParam_getBounds(ZSTD_d_windowLogMax);
  return std::clamp(static_cast<int>(std::bit_width(max_window)) - 1, bounds.lowerBound, bounds.upperBound);
}

class ZstdCodec : public Codec {
 public:
  explicit ZstdCodec(std::uint64_t max_window) : window_log_(window_log(max_window)) {}
  ~ZstdCodec() override { ZSTD_freeDStream(stream_); }

  bool restart() override {
    if (stream_ == nullptr) stream_ = ZSTD_createDStream();
    if (stream_ != nullptr) ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, window_log_);
    return stream_ != nullptr && ZSTD_isError(ZSTD_initDStream(stream_)) == 0;
  }

  Step decode(std::string_view& in, char* out, std::size_t& room) override {
    ZSTD_inBuffer input{in.data(), in.size(), 0};
    ZSTD_outBuffer output{out, room, 0};
    const std::size_t result = ZSTD_decompressStream(stream_, &output, &input);
    in.remove_prefix(input.pos);
    room -= output.pos;
    if (ZSTD_isError(result) != 0) return step_of(ZSTD_getErrorCode(result));
    return result == 0 ? Step::complete : Step::going;
  }

 private:
  static Step step_of(ZSTD_ErrorCode error) {
    if (error == ZSTD_error_frameParameter_windowTooLarge) return Step::long_window;
    return error == ZSTD_error_memory_allocation ? Step::no_memory : Step::corrupt;
  }

  int window_log_;
  ZSTD_DStream* stream_ = nullptr;
};

}  // namespace

std::unique_ptr<Codec> zstd_codec(std::uint64_t max_window) { return std::make_unique<ZstdCodec>(max_window); }

}  // namespace onrecord
