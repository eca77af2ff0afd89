#include "onrecord/pipeline/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace onrecord {
namespace {

Diagnostic system_error(const std::string& path, const char* what) {
  Diagnostic diagnostic;
  diagnostic.file = path;
  diagnostic.message = std::string(what) + ": " + std::strerror(errno);
  return diagnostic;
}

bool is_regular_or_new(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

/// The rights a new file would have got, or those of the file that is to be replaced: `mkstemp` gives only the owner any.
mode_t rights_for(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

/// A link is followed, so that the file it points to is replaced and not the link.
std::string behind_links(const std::string& path) {
  std::error_code error;
  const std::filesystem::path target = std::filesystem::canonical(path, error);
  return error ? path : target.string();
}

}  // namespace

OutputFile::OutputFile(int descriptor, std::string path, std::string temporary)
    : descriptor_(descriptor), path_(std::move(path)), temporary_(std::move(temporary)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})) {}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

OutputFile OutputFile::standard_output() { return {STDOUT_FILENO, "standard output", {}}; }

std::optional<OutputFile> OutputFile::open(const std::string& path, Diagnostics& diagnostics) {
  if (!is_regular_or_new(path)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor >= 0) return OutputFile(descriptor, path, {});
    diagnostics.add(system_error(path, "cannot open for writing"));
    return std::nullopt;
  }
  const std::string target = behind_links(path);
  std::string temporary = target + ".XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor >= 0) {
    fchmod(descriptor, rights_for(target));
    return OutputFile(descriptor, target, temporary);
  }
  diagnostics.add(system_error(path, "cannot create"));
  return std::nullopt;
}

bool OutputFile::fail(const char* what, Diagnostics& diagnostics) const {
  diagnostics.add(system_error(path_, what));
  return false;
}

bool OutputFile::write(std::string_view bytes, Diagnostics& diagnostics) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail("cannot write", diagnostics);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool OutputFile::finish(Diagnostics& diagnostics) {
  if (!temporary_.empty() && fsync(descriptor_) != 0) return fail("cannot write", diagnostics);
  if (close(std::exchange(descriptor_, -1)) != 0) return fail("cannot write", diagnostics);
  if (temporary_.empty()) return true;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return fail("cannot rename the finished file", diagnostics);
  temporary_.clear();
  return true;
}

}  // namespace onrecord
