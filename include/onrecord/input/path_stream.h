#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "onrecord/input/documents.h"
#include "onrecord/unpack/byte_source.h"

namespace onrecord {

/// A file to read; "-" is standard input.
struct FoundFile {
  std::string path;
  bool is_regular = false;      ///< false: a pipe, a device, standard input, or nothing that could be looked at
  std::uint64_t size = 0;       ///< bytes, of a regular file
  std::int64_t changed_at = 0;  ///< nanoseconds of the system's clock, of a regular file
};

/// The files that the arguments and the list stand for, in order. A folder stands for the files in it and below that
/// have a known suffix, by name; hidden ones, links and what the run itself writes are left out.
class PathStream {
 public:
  using Found = std::variant<FoundFile, InputFailure, InputWarning>;

  explicit PathStream(InputOptions options) : options_(std::move(options)) {}
  /// The next file, or why there is none in its place; none at the end.
  std::optional<Found> next();
  /// Whether `next` need not wait for a list to go on.
  bool is_ready();

 private:
  bool is_output(const std::string& path) const;
  std::optional<Found> next_listed();
  std::optional<Found> look_at(const std::string& path);
  std::optional<Found> take_pending();
  std::optional<InputFailure> open_folder(const std::string& path);

  InputOptions options_;
  std::size_t argument_ = 0;
  std::optional<ByteSource> list_;
  std::vector<std::string> pending_;  // what is left of the folder asked for, the next one last
  std::string folder_;                // the folder asked for, as long as nothing was found in it
  bool has_records_ = false;          // it left out files of records
};

}  // namespace onrecord
