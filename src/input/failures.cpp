#include "onrecord/input/failures.h"

#include <fmt/format.h>

#include <utility>

namespace onrecord {

InputFailure read_failure(const std::string& path, ReadFailure failure) {
  InputFailure result;
  result.id = result.source = path;
  result.code = std::move(failure.code);
  result.message = std::move(failure.message);
  return result;
}

InputFailure system_failure(const std::string& path, int error_number) {
  ReadFailure failure = failure_of_system(error_number);
  // An address for a file: "curl -s ADDRESS | onrecord extract" reads it.
  if (failure.code == "not_found" && (path.starts_with("http://") || path.starts_with("https://")))
    failure.message = "nothing is fetched; 'curl -sL ADDRESS | onrecord extract' reads a page";
  return read_failure(path, std::move(failure));
}

InputFailure too_large(std::string id, const std::string& source, std::uint64_t limit, std::uint64_t line) {
  InputFailure result;
  result.id = std::move(id);
  result.source = source;
  result.code = "too_large";
  result.message = fmt::format("more than {} bytes; --max-doc-bytes sets the limit", limit);
  result.line = line;
  return result;
}

Diagnostic diagnostic_of(const InputFailure& failure) {
  Diagnostic diagnostic;
  diagnostic.file = failure.source;
  diagnostic.line = static_cast<std::uint32_t>(failure.line);
  diagnostic.message = on_one_line(failure.message);
  return diagnostic;
}

Diagnostic diagnostic_of(const InputWarning& warning) {
  Diagnostic diagnostic;
  diagnostic.severity = Severity::warning;
  diagnostic.file = warning.source;
  diagnostic.message = warning.message;
  return diagnostic;
}

}  // namespace onrecord
