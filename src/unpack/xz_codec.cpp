#include <lzma.h>

#include "onrecord/unpack/codec.h"

namespace onrecord {
namespace {

/// More than `xz -9` needs, so that no file can ask for all of the machine.
constexpr std::uint64_t memory_limit = 256U << 20U;

class XzCodec : public Codec {
 public:
  ~XzCodec() override { lzma_end(&stream_); }

  bool restart() override { return lzma_stream_decoder(&stream_, memory_limit, 0) == LZMA_OK; }

  Step decode(std::string_view& in, char* out, std::size_t& room) override {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(in.data());
    stream_.avail_in = in.size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out);
    stream_.avail_out = room;
    const lzma_ret result = lzma_code(&stream_, LZMA_RUN);
    in.remove_prefix(in.size() - stream_.avail_in);
    room = stream_.avail_out;
    if (result == LZMA_STREAM_END) return Step::complete;
    return result == LZMA_OK || result == LZMA_BUF_ERROR ? Step::going : Step::corrupt;
  }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

}  // namespace

std::unique_ptr<Codec> xz_codec() { return std::make_unique<XzCodec>(); }

}  // namespace onrecord
