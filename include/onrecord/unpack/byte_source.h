#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/unpack/byte_layer.h"

namespace onrecord {

/// Reads a layer of bytes in the portions that formats ask for. A layer itself, so that others can stand on it once its first bytes
/// have shown what they are.
class ByteSource final : public ByteLayer {
 public:
  /// What came of asking for a portion. `stopped`: somebody asked to stop during a wait.
  enum class Outcome { done, at_end, too_long, failed, stopped };

  /// Opens `path`, "-" being standard input; none where that fails, and then `errno` tells why.
  static std::optional<ByteSource> open(const std::string& path, int stop_descriptor = no_descriptor);
  explicit ByteSource(std::unique_ptr<ByteLayer> layer);

  /// The next bytes, without taking them: `count`, or less at the end. What a file is shows in them. Valid until the next call.
  std::string_view peek(std::size_t count);
  /// Passes over `count` bytes. False where there are fewer.
  bool skip(std::uint64_t count);
  /// Reads `count` bytes, or as many as there are.
  Outcome read_exactly(std::uint64_t count, std::string& out);
  /// Makes `bytes` the next to be read.
  void put_back(std::string_view bytes);
  /// Reads to the end. `too_long`: there is more than `limit` bytes.
  Outcome read_all(std::string& out, std::uint64_t limit);
  /// Reads up to and without the next `end` byte; the last line may lack it. A line longer than `limit` is passed over.
  Outcome read_line(std::string& line, char end, std::uint64_t limit);
  /// Reads whole lines with their '\n', which only the last of all may lack: about `wanted` bytes of them, or as many as
  /// there are before one would have to wait. `too_long`: instead of them a line longer than `limit` was passed over.
  Outcome read_lines(std::string& lines, std::size_t wanted, std::uint64_t limit);
  /// Whether the next line, or the end, can be read without waiting.
  bool has_line(char end) const;
  Result read(char* to, std::size_t size) override;
  bool is_ready() override { return begin_ < end_ || is_ready_to_fill(); }
  bool may_wait() const override { return layer_->may_wait(); }
  /// Why the outcome was `failed`.
  ReadFailure failure() const override { return layer_->failure(); }
  /// Whether all before the end was there; else `failure()` tells why not.
  bool has_failed() const { return status_ == Status::failed; }

 private:
  bool fill();
  bool is_ready_to_fill();
  Outcome outcome_at_end() const;
  Outcome pass_over_line();
  std::string_view rest() const;

  std::unique_ptr<ByteLayer> layer_;
  ByteLayer::Status status_ = ByteLayer::Status::bytes;
  void enlarge(std::size_t size);

  std::unique_ptr<char[]> buffer_;  // what was not read into yet has no value: of a small file most is never touched
  std::size_t size_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace onrecord
