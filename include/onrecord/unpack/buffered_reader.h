#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/unpack/byte_reader.h"

namespace onrecord {

/// Bytes with a buffer before them: whole contents, lines, and a look ahead. Owns the reader it stands on.
class BufferedReader : public ByteReader {
 public:
  enum class Outcome { done, at_end, too_long, failed };

  explicit BufferedReader(std::unique_ptr<ByteReader> inner);

  std::size_t read(char* to, std::size_t size) override;
  /// The next bytes without taking them: `size` of them, or fewer where the end comes before. `size` is at most 64 KiB. Valid until
  /// the next call.
  std::string_view peek(std::size_t size);
  /// Reads to the end. `too_long`: there is more than `limit` bytes, and the rest was left; `failed`: `problem()` tells why, and
  /// `out` holds what came before.
  Outcome read_all(std::string& out, std::uint64_t limit);
  /// Reads up to and without the next `end` byte; the last line may lack it. A line longer than `limit` is passed over. `failed` also
  /// where a problem cut a line short.
  Outcome read_line(std::string& line, char end, std::uint64_t limit);
  /// Passes over `size` bytes. False where there are fewer.
  bool skip(std::uint64_t size);
  /// Reads exactly `size` bytes. False where there are fewer; `out` then holds what there was.
  bool read_exactly(std::uint64_t size, std::string& out);
  /// Makes `bytes` the next to be read.
  void put_back(std::string_view bytes);

 private:
  bool fill();
  std::string_view rest() const { return {buffer_.data() + begin_, end_ - begin_}; }

  std::unique_ptr<ByteReader> inner_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace onrecord
