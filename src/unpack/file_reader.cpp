#include "onrecord/unpack/file_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

namespace onrecord {
namespace {

class DescriptorReader : public ByteReader {
 public:
  explicit DescriptorReader(int descriptor) : descriptor_(descriptor) {}
  ~DescriptorReader() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }

  std::size_t read(char* to, std::size_t size) override {
    if (failed()) return 0;
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, to, size);
    } while (got < 0 && errno == EINTR);
    return got < 0 ? fail(system_problem(errno)) : static_cast<std::size_t>(got);
  }

 private:
  int descriptor_;
};

std::string_view code_of(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR: return "not_found";
    case EACCES:
    case EPERM: return "no_permission";
    default: return "read_failed";
  }
}

}  // namespace

ReadProblem system_problem(int error_number) {
  std::string message = std::strerror(error_number);
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z') message[0] = static_cast<char>(message[0] - 'A' + 'a');
  return {std::string(code_of(error_number)), std::move(message)};
}

std::unique_ptr<ByteReader> open_file(const std::string& path, ReadProblem& problem) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) return std::make_unique<DescriptorReader>(descriptor);
  problem = system_problem(errno);
  return nullptr;
}

std::unique_ptr<ByteReader> open_standard_input() { return std::make_unique<DescriptorReader>(STDIN_FILENO); }

}  // namespace onrecord
