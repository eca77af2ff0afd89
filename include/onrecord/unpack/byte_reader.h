#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace onrecord {

/// Why reading ended before the end.
struct ReadProblem {
  std::string code;     ///< of an error record: "read_failed", "corrupt", "truncated", "not_found", "no_permission"
  std::string message;  ///< for a person, lower case
};

/// Bytes from somewhere, in their order, once. Readers stand on each other: a file, what is packed in it, a member of that.
/// A virtual interface, because which of them stand on each other is known only from the bytes themselves.
class ByteReader {
 public:
  ByteReader() = default;
  ByteReader(const ByteReader&) = delete;
  ByteReader& operator=(const ByteReader&) = delete;
  virtual ~ByteReader() = default;

  /// Puts up to `size` bytes (at least one) at `to` and returns how many; 0 at the end and after a problem. May give fewer than there
  /// are, as a pipe does.
  virtual std::size_t read(char* to, std::size_t size) = 0;
  /// Set once reading has ended early; what came before is good.
  const std::optional<ReadProblem>& problem() const { return problem_; }

 protected:
  /// Remembers the first problem; returns 0, as `read` does after one.
  std::size_t fail(ReadProblem problem) {
    if (!problem_) problem_ = std::move(problem);
    return 0;
  }
  bool failed() const { return problem_.has_value(); }

 private:
  std::optional<ReadProblem> problem_;
};

}  // namespace onrecord
