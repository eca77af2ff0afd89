#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "onrecord/input/byte_source.h"
#include "onrecord/input/documents.h"

namespace onrecord {

/// A file to read; "-" is standard input.
struct FoundFile {
  std::string path;
};

/// What to do with the bytes of `path`: as asked for, else by the suffix. Never `automatic`.
InputFormat format_of(const std::string& path, const InputOptions& options);

/// Why an operation of the system failed on `path`, from `errno`.
InputFailure system_failure(const std::string& path, int error_number);

/// The files that the arguments and the list stand for, in order. A folder stands for the files in it and below that
/// have a known suffix, by name; hidden ones and links are left out.
class PathStream {
 public:
  using Found = std::variant<FoundFile, InputFailure, InputWarning>;

  explicit PathStream(InputOptions options) : options_(std::move(options)) {}
  /// The next file, or why there is none in its place; none at the end.
  std::optional<Found> next();

 private:
  std::optional<Found> next_listed();
  std::optional<Found> look_at(const std::string& path);
  std::optional<Found> take_pending();
  std::optional<InputFailure> open_folder(const std::string& path);

  InputOptions options_;
  std::size_t argument_ = 0;
  std::optional<ByteSource> list_;
  std::vector<std::string> pending_;  // what is left of the folder asked for, the next one last
  std::string folder_;                // the folder asked for, as long as nothing was found in it
};

}  // namespace onrecord
