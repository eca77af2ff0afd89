#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "onrecord/base/diagnostics.h"

namespace onrecord {

/// Where output goes: standard output, or a file that appears whole or not at all. Without `finish` the old file stays.
class OutputFile {
 public:
  static OutputFile standard_output();
  /// Opens `path`: a temporary file in the same folder; what is no regular file (a device, a pipe) is written to as it is.
  static std::optional<OutputFile> open(const std::string& path, Diagnostics& diagnostics);
  ~OutputFile();
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

  /// Hands all of `bytes` to the system. False, with a diagnostic, where that fails.
  bool write(std::string_view bytes, Diagnostics& diagnostics);
  /// Closes, and gives a temporary file its name. False, with a diagnostic, where that fails.
  bool finish(Diagnostics& diagnostics);

 private:
  OutputFile(int descriptor, std::string path, std::string temporary);
  bool fail(const char* what, Diagnostics& diagnostics) const;

  int descriptor_ = -1;
  std::string path_;
  std::string temporary_;  // empty: written to as it is
};

}  // namespace onrecord
