#include "onrecord/unpack/byte_layer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace onrecord {
namespace {

constexpr int forever = -1;

std::string code_of(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR: return "not_found";
    case EACCES:
    case EPERM: return "no_permission";
    default: return "read_failed";
  }
}

/// Regular files always have something to read; all others may let one wait.
bool is_irregular(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && !S_ISREG(status.st_mode);
}

class FileLayer : public ByteLayer {
 public:
  FileLayer(int descriptor, int stop_descriptor) : descriptor_(descriptor), stop_descriptor_(stop_descriptor), may_wait_(is_irregular(descriptor)) {}
  ~FileLayer() override {
    if (descriptor_ != STDIN_FILENO) close(descriptor_);
  }
  FileLayer(const FileLayer&) = delete;
  FileLayer& operator=(const FileLayer&) = delete;

  Result read(char* to, std::size_t size) override {
    if (may_wait_ && stop_descriptor_ != no_descriptor && !wait_for_bytes()) return {Status::stopped, 0};
    ssize_t count = 0;
    do count = ::read(descriptor_, to, size);
    while (count < 0 && errno == EINTR);
    if (count > 0) return {Status::bytes, static_cast<std::size_t>(count)};
    if (count == 0) return {Status::at_end, 0};
    error_number_ = errno;
    return {Status::failed, 0};
  }

  bool is_ready() override {
    if (!may_wait_) return true;
    pollfd watched{descriptor_, POLLIN, 0};
    return poll(&watched, 1, 0) > 0;
  }

  bool may_wait() const override { return may_wait_; }
  ReadFailure failure() const override { return failure_of_system(error_number_); }

 private:
  /// False: asked to stop.
  bool wait_for_bytes() const {
    std::array<pollfd, 2> watched = {pollfd{descriptor_, POLLIN, 0}, pollfd{stop_descriptor_, POLLIN, 0}};
    while (poll(watched.data(), watched.size(), forever) < 0 && errno == EINTR) continue;
    return watched[1].revents == 0;
  }

  int descriptor_;
  int stop_descriptor_;
  bool may_wait_;
  int error_number_ = 0;
};

}  // namespace

ReadFailure failure_of_system(int error_number) {
  std::string message = std::strerror(error_number);
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z') message[0] = static_cast<char>(message[0] - 'A' + 'a');
  return {code_of(error_number), message};
}

std::unique_ptr<ByteLayer> open_file(const std::string& path, int stop_descriptor) {
  const int descriptor = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return nullptr;
  return std::make_unique<FileLayer>(descriptor, stop_descriptor);
}

}  // namespace onrecord
