#include "onrecord/unpack/decompress.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "onrecord/unpack/codec.h"

namespace onrecord {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t buffer_size = 64U << 10U;

class DecompressingReader : public ByteReader {
 public:
  DecompressingReader(std::unique_ptr<ByteReader> inner, std::unique_ptr<Codec> codec)
      : inner_(std::move(inner)), codec_(std::move(codec)), buffer_(buffer_size) {}

  std::size_t read(char* to, std::size_t size) override {
    std::size_t room = size;
    while (room == size && !failed() && !ended_) {
      if (in_.empty() && !full_ && !fill()) break;
      advance(to, room);
    }
    return size - room;
  }

 private:
  /// More input, or the end of it, which is right only between members. False after a problem and at the end.
  bool fill() {
    const std::size_t got = inner_->read(buffer_.data(), buffer_.size());
    in_ = {buffer_.data(), got};
    if (got > 0) return true;
    ended_ = true;
    if (inner_->problem()) fail(*inner_->problem());
    else if (within_member_) fail({"truncated", "the compressed data end early"});
    return false;
  }

  void advance(char* to, std::size_t& room) {
    if (!within_member_ && !start_member()) return;
    const std::size_t before = in_.size();
    const std::size_t room_before = room;
    const Codec::Step step = codec_->decode(in_, to, room);
    full_ = room == 0;
    switch (step) {
      case Codec::Step::complete: within_member_ = false; break;
      case Codec::Step::corrupt: fail({"corrupt", "the compressed data are damaged"}); break;
      case Codec::Step::going:
        if (before > 0 && in_.size() == before && room == room_before) fail({"corrupt", "the compressed data are damaged"});
        break;
    }
  }

  /// Zeros behind a member are padding, as tape drives and tar write it.
  bool start_member() {
    if (members_ > 0) {
      in_.remove_prefix(std::min(in_.find_first_not_of('\0'), in_.size()));
      if (in_.empty()) return false;
    }
    ++members_;
    within_member_ = codec_->restart();
    if (!within_member_) fail({"read_failed", "no memory to unpack it"});
    return within_member_;
  }

  std::unique_ptr<ByteReader> inner_;
  std::unique_ptr<Codec> codec_;
  std::vector<char> buffer_;
  std::string_view in_;
  std::size_t members_ = 0;
  bool within_member_ = false;
  bool full_ = false;  // the last call left no room: the codec may hold more
  bool ended_ = false;
};

std::unique_ptr<Codec> codec_of(Compression compression) {
  switch (compression) {
    case Compression::gzip: return gzip_codec();
    case Compression::zstd: return zstd_codec();
    case Compression::xz: return xz_codec();
    case Compression::bzip2: return bzip2_codec();
    case Compression::none: break;
  }
  return nullptr;
}

}  // namespace

Compression compression_of(std::string_view head) {
  if (head.starts_with("\x1F\x8B\x08"sv)) return Compression::gzip;
  if (head.starts_with("\x28\xB5\x2F\xFD"sv)) return Compression::zstd;
  if (head.starts_with("\xFD\x37zXZ\0"sv)) return Compression::xz;
  if (head.starts_with("BZh"sv) && head.size() > 3 && head[3] >= '1' && head[3] <= '9') return Compression::bzip2;
  return Compression::none;
}

std::unique_ptr<ByteReader> decompress(std::unique_ptr<ByteReader> inner, Compression compression) {
  std::unique_ptr<Codec> codec = codec_of(compression);
  if (codec == nullptr) return inner;
  return std::make_unique<DecompressingReader>(std::move(inner), std::move(codec));
}

}  // namespace onrecord
