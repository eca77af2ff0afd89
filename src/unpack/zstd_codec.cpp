#include <zstd.h>

#include "onrecord/unpack/codec.h"

namespace onrecord {
namespace {

class ZstdCodec : public Codec {
 public:
  ~ZstdCodec() override { ZSTD_freeDStream(stream_); }

  bool restart() override {
    if (stream_ == nullptr) stream_ = ZSTD_createDStream();
    // Dumps packed by `zstd --long=31` look back so far. Memory is taken as far as a frame has bytes.
    if (stream_ != nullptr) ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, ZSTD_dParam_getBounds(ZSTD_d_windowLogMax).upperBound);
    return stream_ != nullptr && ZSTD_isError(ZSTD_initDStream(stream_)) == 0;
  }

  Step decode(std::string_view& in, char* out, std::size_t& room) override {
    ZSTD_inBuffer input{in.data(), in.size(), 0};
    ZSTD_outBuffer output{out, room, 0};
    const std::size_t result = ZSTD_decompressStream(stream_, &output, &input);
    in.remove_prefix(input.pos);
    room -= output.pos;
    if (ZSTD_isError(result) != 0) return Step::corrupt;
    return result == 0 ? Step::complete : Step::going;
  }

 private:
  ZSTD_DStream* stream_ = nullptr;
};

}  // namespace

std::unique_ptr<Codec> zstd_codec() { return std::make_unique<ZstdCodec>(); }

}  // namespace onrecord
