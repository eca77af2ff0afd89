#include "onrecord/input/byte_source.h"

#include <cerrno>
#include <cstring>

namespace onrecord {
namespace {

constexpr std::size_t buffer_size = 64U << 10U;

}  // namespace

void ByteSource::Close::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

ByteSource::ByteSource(std::FILE* file) : file_(file), buffer_(buffer_size) {}

std::optional<ByteSource> ByteSource::open(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rbe");
  if (file == nullptr) return std::nullopt;
  std::setvbuf(file, nullptr, _IONBF, 0);
  return ByteSource(file);
}

ByteSource ByteSource::standard_input() {
  std::setvbuf(stdin, nullptr, _IONBF, 0);
  return ByteSource(stdin);
}

std::string_view ByteSource::rest() const { return {buffer_.data() + begin_, end_ - begin_}; }

/// Gets the next bytes once the buffer is used up. False at the end and on failure, which `ferror` tells apart.
bool ByteSource::fill() {
  begin_ = 0;
  end_ = std::fread(buffer_.data(), 1, buffer_.size(), file_.get());
  return end_ > 0;
}

ByteSource::Outcome ByteSource::read_all(std::string& out, std::uint64_t limit) {
  out.clear();
  do {
    out += rest();
    if (out.size() > limit) return Outcome::too_long;
  } while (fill());
  return std::ferror(file_.get()) != 0 ? Outcome::failed : Outcome::done;
}

ByteSource::Outcome ByteSource::read_line(std::string& line, char end, std::uint64_t limit) {
  line.clear();
  bool too_long = false;
  bool has_bytes = false;
  while (begin_ < end_ || fill()) {
    has_bytes = true;
    const std::size_t found = rest().find(end);
    const std::string_view part = rest().substr(0, found);
    too_long = too_long || line.size() + part.size() > limit;
    if (!too_long) line += part;
    begin_ += part.size();
    if (found != std::string_view::npos) {
      ++begin_;
      return too_long ? Outcome::too_long : Outcome::done;
    }
  }
  if (std::ferror(file_.get()) != 0) return Outcome::failed;
  if (!has_bytes) return Outcome::at_end;
  return too_long ? Outcome::too_long : Outcome::done;
}

}  // namespace onrecord
