#include "onrecord/unpack/decompress.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/unpack/codec.h"

namespace onrecord {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t buffer_size = 64U << 10U;

/// What is packed tighter than this, from some size on, was made to fill the machine. Text gets nowhere near it.
constexpr std::uint64_t most_per_byte = 400;
constexpr std::uint64_t innocent_size = 256U << 20U;

class DecompressingLayer : public ByteLayer {
 public:
  DecompressingLayer(std::unique_ptr<ByteLayer> inner, std::unique_ptr<Codec> codec, std::uint64_t max_window)
      : inner_(std::move(inner)), codec_(std::move(codec)), max_window_(max_window), buffer_(buffer_size) {}

  Result read(char* to, std::size_t size) override {
    std::size_t room = size;
    while (room == size && status_ == Status::bytes) {
      if (in_.empty() && !full_ && !fill()) break;
      advance(to, room);
    }
    given_ += size - room;
    if (given_ > innocent_size && given_ / most_per_byte > taken_) fail({"too_large", "it unpacks to far more than any text would"});
    return room < size ? Result{Status::bytes, size - room} : Result{status_, 0};
  }
  bool is_ready() override { return !in_.empty() || full_ || status_ != Status::bytes || inner_->is_ready(); }
  bool may_wait() const override { return inner_->may_wait(); }
  ReadFailure failure() const override { return failure_; }

 private:
  void fail(ReadFailure failure) {
    status_ = Status::failed;
    failure_ = std::move(failure);
  }

  /// More input, or the end of it, which is right only between members.
  bool fill() {
    const Result result = inner_->read(buffer_.data(), buffer_.size());
    in_ = {buffer_.data(), result.size};
    taken_ += result.size;
    if (result.status == Status::bytes) return true;
    if (result.status == Status::failed) fail(inner_->failure());
    else if (result.status == Status::at_end && within_member_) fail({"truncated", "the compressed data end early"});
    else status_ = result.status;
    return false;
  }

  void advance(char* to, std::size_t& room) {
    if (!within_member_ && !start_member()) return;
    const std::size_t before = in_.size();
    const std::size_t room_before = room;
    const Codec::Step step = codec_->decode(in_, to, room);
    full_ = room == 0;
    switch (step) {
      case Codec::Step::complete: within_member_ = full_ = false; break;
      case Codec::Step::corrupt: fail({"corrupt", "the compressed data are damaged"}); break;
      case Codec::Step::long_window:
        fail({"too_large", "unpacking it takes a window of more than " + std::to_string(max_window_) + " bytes; --max-window sets the limit"});
        break;
      case Codec::Step::no_memory: fail(no_memory()); break;
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
    if (!within_member_) fail(no_memory());
    return within_member_;
  }

  static ReadFailure no_memory() { return {"read_failed", "no memory to unpack it"}; }

  std::unique_ptr<ByteLayer> inner_;
  std::unique_ptr<Codec> codec_;
  std::uint64_t max_window_;
  std::vector<char> buffer_;
  std::string_view in_;
  std::size_t members_ = 0;
  std::uint64_t taken_ = 0;
  std::uint64_t given_ = 0;
  bool within_member_ = false;
  bool full_ = false;  // the last call left no room: the codec may hold more
  Status status_ = Status::bytes;
  ReadFailure failure_;
};

std::unique_ptr<Codec> codec_of(Compression compression, std::uint64_t max_window) {
  switch (compression) {
    case Compression::gzip: return gzip_codec();
    case Compression::zstd: return zstd_codec(max_window);
    case Compression::xz: return xz_codec(max_window);
    case Compression::bzip2: return bzip2_codec();
    case Compression::none: break;
  }
  return nullptr;
}

}  // namespace

Compression compression_of(std::string_view head) {
  if (head.starts_with("\x1F\x8B\x08"sv)) return Compression::gzip;
  if (head.starts_with("\x28\xB5\x2F\xFD"sv)) return Compression::zstd;
  // A frame to be passed over, with which pzstd begins.
  if (head.size() > 3 && (static_cast<unsigned char>(head[0]) & 0xF0) == 0x50 && head.substr(1, 3) == "\x2A\x4D\x18"sv) return Compression::zstd;
  if (head.starts_with("\xFD\x37zXZ\0"sv)) return Compression::xz;
  if (head.starts_with("BZh"sv) && head.size() > 3 && head[3] >= '1' && head[3] <= '9') return Compression::bzip2;
  return Compression::none;
}

std::unique_ptr<ByteLayer> decompress(std::unique_ptr<ByteLayer> inner, Compression compression, std::uint64_t max_window) {
  std::unique_ptr<Codec> codec = codec_of(compression, max_window);
  if (codec == nullptr) return inner;
  return std::make_unique<DecompressingLayer>(std::move(inner), std::move(codec), max_window);
}

}  // namespace onrecord
