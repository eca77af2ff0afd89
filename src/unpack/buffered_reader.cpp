#include "onrecord/unpack/buffered_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace onrecord {
namespace {

constexpr std::size_t buffer_size = 64U << 10U;

}  // namespace

BufferedReader::BufferedReader(std::unique_ptr<ByteReader> inner) : inner_(std::move(inner)), buffer_(buffer_size) {}

/// Gets the next bytes once the buffer is used up. False at the end and after a problem.
bool BufferedReader::fill() {
  begin_ = 0;
  end_ = inner_->read(buffer_.data(), buffer_.size());
  if (end_ == 0 && inner_->problem()) fail(*inner_->problem());
  return end_ > 0;
}

std::size_t BufferedReader::read(char* to, std::size_t size) {
  if (begin_ == end_ && !fill()) return 0;
  const std::size_t count = std::min(size, end_ - begin_);
  std::memcpy(to, buffer_.data() + begin_, count);
  begin_ += count;
  return count;
}

std::string_view BufferedReader::peek(std::size_t size) {
  size = std::min(size, buffer_.size());
  if (end_ - begin_ < size) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    while (end_ < size) {
      const std::size_t got = inner_->read(buffer_.data() + end_, buffer_.size() - end_);
      if (got == 0) {
        if (inner_->problem()) fail(*inner_->problem());
        break;
      }
      end_ += got;
    }
  }
  return rest().substr(0, size);
}

BufferedReader::Outcome BufferedReader::read_all(std::string& out, std::uint64_t limit) {
  out.clear();
  do {
    out += rest();
    begin_ = end_;
    if (out.size() > limit) return Outcome::too_long;
  } while (fill());
  return failed() ? Outcome::failed : Outcome::done;
}

BufferedReader::Outcome BufferedReader::read_line(std::string& line, char end, std::uint64_t limit) {
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
  if (failed()) return Outcome::failed;
  if (!has_bytes) return Outcome::at_end;
  return too_long ? Outcome::too_long : Outcome::done;
}

bool BufferedReader::skip(std::uint64_t size) {
  while (size > 0) {
    if (begin_ == end_ && !fill()) return false;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(size, end_ - begin_));
    begin_ += count;
    size -= count;
  }
  return true;
}

bool BufferedReader::read_exactly(std::uint64_t size, std::string& out) {
  out.clear();
  while (out.size() < size) {
    if (begin_ == end_ && !fill()) return false;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(size - out.size(), end_ - begin_));
    out.append(buffer_.data() + begin_, count);
    begin_ += count;
  }
  return true;
}

void BufferedReader::put_back(std::string_view bytes) {
  std::vector<char> joined;
  joined.reserve(std::max(buffer_size, bytes.size() + (end_ - begin_)));
  joined.insert(joined.end(), bytes.begin(), bytes.end());
  joined.insert(joined.end(), buffer_.begin() + static_cast<std::ptrdiff_t>(begin_), buffer_.begin() + static_cast<std::ptrdiff_t>(end_));
  begin_ = 0;
  end_ = joined.size();
  joined.resize(joined.capacity());
  buffer_ = std::move(joined);
}

}  // namespace onrecord
