#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/base/diagnostics.h"

namespace onrecord {

/// What the system says went wrong with `path`, by `errno`, as a diagnostic.
Diagnostic system_error(const std::string& path, const char* what);

/// What is wrong with `path`, as a diagnostic.
Diagnostic problem_with_file(const std::string& path, std::string message);

/// Hands all of `bytes` to the system. False where that fails, and then `errno` tells why.
bool write_all(int descriptor, std::string_view bytes);

/// Where output goes: standard output, or a file that appears whole or not at all. Without `finish` the old file stays.
class OutputFile {
 public:
  /// What the file that appears survives: the end of the program, or the end of the whole machine, which takes longer.
  enum class Safety : std::uint8_t { of_process, of_machine };

  /// Is not closed, and appears as it is written.
  static OutputFile standard_output();
  /// Opens `path`: a temporary file in the same folder; what is no regular file (a device, a pipe) is written to as it is.
  static std::optional<OutputFile> open(const std::string& path, Diagnostics& diagnostics, Safety safety = Safety::of_machine);
  /// Opens `path` by way of the file `temporary`, on the same disk, of which the caller knows that nobody else writes to
  /// it: what a killed program left there goes away with the next one.
  static std::optional<OutputFile> open_by_way_of(const std::string& temporary, const std::string& path, Diagnostics& diagnostics, Safety safety);
  /// Opens `path` for output that may come in several runs: the file `partial_name(path)`, of which the first `kept` bytes
  /// stay. It stays when the program ends before `finish`. A file in which another run is writing is not opened, and one that cannot be locked for another
  /// reason is not, either.
  static std::optional<OutputFile> open_partial(const std::string& path, std::uint64_t kept, Diagnostics& diagnostics);
  /// "a.ndjson.partial", beside "a.ndjson".
  static std::string partial_name(const std::string& path) { return path + ".partial"; }
  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

  /// Whether it has its name only once it is finished.
  bool appears_whole() const { return !temporary_.empty(); }

  /// Hands all of `bytes` to the system. False, with a diagnostic, where that fails.
  bool write(std::string_view bytes, Diagnostics& diagnostics);
  /// Waits until what was written is safe on the disk. False, with a diagnostic, where that fails.
  bool sync(Diagnostics& diagnostics);
  /// Closes, and gives a temporary file its name. False, with a diagnostic, where that fails.
  bool finish(Diagnostics& diagnostics);

 private:
  OutputFile(int descriptor, std::string path, std::string temporary);
  bool fail(const char* what, Diagnostics& diagnostics) const;

  int descriptor_ = -1;
  std::string path_;
  std::string temporary_;  // empty: written to as it is
  Safety safety_ = Safety::of_machine;
  bool keeps_temporary_ = false;
};

}  // namespace onrecord
