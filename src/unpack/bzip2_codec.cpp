#include <bzlib.h>

#include "onrecord/unpack/codec.h"

namespace onrecord {
namespace {

class Bzip2Codec : public Codec {
 public:
  ~Bzip2Codec() override { end(); }

  bool restart() override {
    end();
    stream_ = {};
    ready_ = BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK;
    return ready_;
  }

  Step decode(std::string_view& in, char* out, std::size_t& room) override {
    stream_.next_in = const_cast<char*>(in.data());
    stream_.avail_in = static_cast<unsigned>(in.size());
    stream_.next_out = out;
    stream_.avail_out = static_cast<unsigned>(room);
    const int result = BZ2_bzDecompress(&stream_);
    in.remove_prefix(in.size() - stream_.avail_in);
    room = stream_.avail_out;
    if (result == BZ_STREAM_END) return Step::complete;
    return result == BZ_OK ? Step::going : Step::corrupt;
  }

 private:
  void end() {
    if (ready_) BZ2_bzDecompressEnd(&stream_);
    ready_ = false;
  }

  bz_stream stream_{};
  bool ready_ = false;
};

}  // namespace

std::unique_ptr<Codec> bzip2_codec() { return std::make_unique<Bzip2Codec>(); }

}  // namespace onrecord
