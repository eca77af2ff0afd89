#include <lzma.h>

#include <algorithm>
#include <limits>

#include "onrecord/unpack/codec.h"

namespace onrecord {
namespace {

/// What the decoder takes besides its window (the dictionary), with room to spare.
constexpr std::uint64_t beside_window = 1U << 20U;

class XzCodec : public Codec {
 public:
  explicit XzCodec(std::uint64_t max_window) : memory_limit_(std::min(max_window, std::numeric_limits<std::uint64_t>::max() - beside_window) + beside_window) {}
  ~XzCodec() override { lzma_end(&stream_); }

  bool restart() override { return lzma_stream_decoder(&stream_, memory_limit_, 0) == LZMA_OK; }

  Step decode(std::string_view& in, char* out, std::size_t& room) override {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(in.data());
    stream_.avail_in = in.size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(out);
    stream_.avail_out = room;
    const lzma_ret result = lzma_code(&stream_, LZMA_RUN);
    in.remove_prefix(in.size() - stream_.avail_in);
    room = stream_.avail_out;
    switch (result) {
      case LZMA_STREAM_END: return Step::complete;
      case LZMA_OK:
      case LZMA_BUF_ERROR: return Step::going;
      case LZMA_MEMLIMIT_ERROR: return Step::long_window;
      case LZMA_MEM_ERROR: return Step::no_memory;
      default: return Step::corrupt;
    }
  }

 private:
  std::uint64_t memory_limit_;
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

}  // namespace

std::unique_ptr<Codec> xz_codec(std::uint64_t max_window) { return std::make_unique<XzCodec>(max_window); }

}  // namespace onrecord
