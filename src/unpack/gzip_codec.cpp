#include <zlib.h>

#include "onrecord/unpack/codec.h"

namespace onrecord {
namespace {

class GzipCodec : public Codec {
 public:
  ~GzipCodec() override {
    if (ready_) inflateEnd(&stream_);
  }

  bool restart() override {
    if (ready_) return inflateReset(&stream_) == Z_OK;
    constexpr int gzip_only = 16 + MAX_WBITS;
    ready_ = inflateInit2(&stream_, gzip_only) == Z_OK;
    return ready_;
  }

  Step decode(std::string_view& in, char* out, std::size_t& room) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(room);
    const int result = inflate(&stream_, Z_NO_FLUSH);
    in.remove_prefix(in.size() - stream_.avail_in);
    room = stream_.avail_out;
    if (result == Z_STREAM_END) return Step::complete;
    return result == Z_OK || result == Z_BUF_ERROR ? Step::going : Step::corrupt;
  }

 private:
  z_stream stream_{};
  bool ready_ = false;
};

}  // namespace

std::unique_ptr<Codec> gzip_codec() { return std::make_unique<GzipCodec>(); }

}  // namespace onrecord
