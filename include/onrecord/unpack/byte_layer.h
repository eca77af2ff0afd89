#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace onrecord {

/// Why bytes could not be had: `code` as in `InputFailure`, `message` for the user.
struct ReadFailure {
  std::string code;
  std::string message;
};

/// What the system says about `error_number`, as a failure.
ReadFailure failure_of_system(int error_number);

/// Bytes in order: of a file or pipe, or what a decoder makes of the bytes of another source. They come as they are,
/// NUL included.
class ByteLayer {
 public:
  /// What came of a wait for bytes.
  enum class Status { bytes, at_end, failed, stopped };
  struct Result {
    Status status = Status::at_end;
    std::size_t size = 0;  ///< of `bytes`, at least 1
  };

  virtual ~ByteLayer() = default;
  /// Waits for the next bytes and reads at most `size` of them. `stopped`: somebody asked to stop while it waited.
  virtual Result read(char* to, std::size_t size) = 0;
  /// Whether `read` would return at once.
  virtual bool is_ready() = 0;
  /// Whether there can be a wait for bytes at all: not in a regular file.
  virtual bool may_wait() const = 0;
  /// Why `read` failed.
  virtual ReadFailure failure() const = 0;
};

/// No descriptor to watch.
inline constexpr int no_descriptor = -1;

/// Opens the file `path`; "-" is standard input. None where that fails, and then `errno` tells why. While it waits for
/// bytes it also watches `stop_descriptor`: as soon as there is something to read from that one, it is `stopped`.
std::unique_ptr<ByteLayer> open_file(const std::string& path, int stop_descriptor = no_descriptor);

}  // namespace onrecord
