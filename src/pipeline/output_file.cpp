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

#include "onrecord/pipeline/file_lock.h"

namespace onrecord {
namespace {

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

Diagnostic system_error(const std::string& path, const char* what) { return problem_with_file(path, std::string(what) + ": " + std::strerror(errno)); }

Diagnostic problem_with_file(const std::string& path, std::string message) {
  Diagnostic diagnostic;
  diagnostic.file = path;
  diagnostic.message = std::move(message);
  return diagnostic;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

OutputFile::OutputFile(int descriptor, std::string path, std::string temporary)
    : descriptor_(descriptor), path_(std::move(path)), temporary_(std::move(temporary)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      safety_(other.safety_),
      keeps_temporary_(other.keeps_temporary_) {}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
  if (!temporary_.empty() && !keeps_temporary_) unlink(temporary_.c_str());
}

OutputFile OutputFile::standard_output() { return {STDOUT_FILENO, "standard output", {}}; }

std::optional<OutputFile> OutputFile::open(const std::string& path, Diagnostics& diagnostics, Safety safety) {
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
    OutputFile file(descriptor, target, temporary);
    file.safety_ = safety;
    return file;
  }
  diagnostics.add(system_error(path, "cannot create"));
  return std::nullopt;
}

std::optional<OutputFile> OutputFile::open_by_way_of(const std::string& temporary, const std::string& path, Diagnostics& diagnostics, Safety safety) {
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    diagnostics.add(system_error(temporary, "cannot create"));
    return std::nullopt;
  }
  OutputFile file(descriptor, path, temporary);
  file.safety_ = safety;
  return file;
}

std::optional<OutputFile> OutputFile::open_partial(const std::string& path, std::uint64_t kept, Diagnostics& diagnostics) {
  const std::string target = behind_links(path);
  const std::string partial = partial_name(path);
  const int descriptor = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    diagnostics.add(system_error(partial, "cannot open for writing"));
    return std::nullopt;
  }
  OutputFile file(descriptor, target, partial);
  file.keeps_temporary_ = true;
  const Lock lock = lock_file(descriptor);
  if (lock == Lock::held) diagnostics.add(problem_with_file(partial, "another run is writing to it; give each run a file of its own"));
  else if (lock == Lock::failed) diagnostics.add(system_error(partial, "cannot lock"));
  else if (ftruncate(descriptor, static_cast<off_t>(kept)) != 0 || lseek(descriptor, 0, SEEK_END) < 0) diagnostics.add(system_error(partial, "cannot write"));
  else return file;
  return std::nullopt;
}

bool OutputFile::fail(const char* what, Diagnostics& diagnostics) const {
  diagnostics.add(system_error(path_, what));
  return false;
}

bool OutputFile::write(std::string_view bytes, Diagnostics& diagnostics) { return write_all(descriptor_, bytes) || fail("cannot write", diagnostics); }

bool OutputFile::sync(Diagnostics& diagnostics) { return fdatasync(descriptor_) == 0 || fail("cannot write", diagnostics); }

bool OutputFile::finish(Diagnostics& diagnostics) {
  if (!temporary_.empty() && safety_ == Safety::of_machine && fsync(descriptor_) != 0) return fail("cannot write", diagnostics);
  if (close(std::exchange(descriptor_, -1)) != 0) return fail("cannot write", diagnostics);
  if (temporary_.empty()) return true;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return fail("cannot rename the finished file", diagnostics);
  temporary_.clear();
  return true;
}

}  // namespace onrecord
