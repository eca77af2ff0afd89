#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// A file or standard input, open for reading. Bytes come as they are, NUL included.
class ByteSource {
 public:
  enum class Outcome { done, at_end, too_long, failed };

  /// Opens `path`; none where that fails, and then `errno` tells why.
  static std::optional<ByteSource> open(const std::string& path);
  static ByteSource standard_input();

  /// Reads to the end. `too_long`: there is more than `limit` bytes; `failed`: `errno` tells why.
  Outcome read_all(std::string& out, std::uint64_t limit);
  /// Reads up to and without the next `end` byte; the last line may lack it. A line longer than `limit` is passed over.
  Outcome read_line(std::string& line, char end, std::uint64_t limit);

 private:
  struct Close {
    void operator()(std::FILE* file) const;
  };
  explicit ByteSource(std::FILE* file);
  bool fill();
  std::string_view rest() const;

  std::unique_ptr<std::FILE, Close> file_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace onrecord
