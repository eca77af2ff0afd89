#include "onrecord/unpack/byte_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace onrecord {
namespace {

constexpr std::size_t buffer_size = 64U << 10U;

}  // namespace

ByteSource::ByteSource(std::unique_ptr<ByteLayer> layer)
    : layer_(std::move(layer)), buffer_(std::make_unique_for_overwrite<char[]>(buffer_size)), size_(buffer_size) {}

std::optional<ByteSource> ByteSource::open(const std::string& path, int stop_descriptor) {
  std::unique_ptr<ByteLayer> layer = open_file(path, stop_descriptor);
  if (!layer) return std::nullopt;
  return ByteSource(std::move(layer));
}

std::string_view ByteSource::rest() const { return {buffer_.get() + begin_, end_ - begin_}; }

/// Keeps the bytes up to `end_`.
void ByteSource::enlarge(std::size_t size) {
  auto larger = std::make_unique_for_overwrite<char[]>(size);
  std::memcpy(larger.get(), buffer_.get(), end_);
  buffer_ = std::move(larger);
  size_ = size;
}

/// Puts the next bytes behind those in the buffer. False where there are none: then `status_` tells why.
bool ByteSource::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= std::exchange(begin_, 0);
  }
  if (end_ == size_) enlarge(2 * size_);
  if (status_ != ByteLayer::Status::bytes) return false;
  const ByteLayer::Result result = layer_->read(buffer_.get() + end_, size_ - end_);
  status_ = result.status;
  end_ += result.size;
  return status_ == ByteLayer::Status::bytes;
}

ByteSource::Outcome ByteSource::outcome_at_end() const {
  if (status_ == ByteLayer::Status::failed) return Outcome::failed;
  return status_ == ByteLayer::Status::stopped ? Outcome::stopped : Outcome::at_end;
}

bool ByteSource::is_ready_to_fill() { return status_ != ByteLayer::Status::bytes || layer_->is_ready(); }

bool ByteSource::has_line(char end) const { return !layer_->may_wait() || status_ != ByteLayer::Status::bytes || rest().find(end) != std::string_view::npos; }

std::string_view ByteSource::peek(std::size_t count) {
  while (end_ - begin_ < count && fill()) continue;
  return rest().substr(0, count);
}

bool ByteSource::skip(std::uint64_t count) {
  while (count > 0) {
    if (begin_ == end_ && !fill()) return false;
    const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(count, end_ - begin_));
    begin_ += part;
    count -= part;
  }
  return true;
}

ByteLayer::Result ByteSource::read(char* to, std::size_t size) {
  if (begin_ == end_ && !fill()) return {status_, 0};
  const std::size_t count = std::min(size, end_ - begin_);
  std::memcpy(to, buffer_.get() + begin_, count);
  begin_ += count;
  return {Status::bytes, count};
}

ByteSource::Outcome ByteSource::read_exactly(std::uint64_t count, std::string& out) {
  out.clear();
  while (out.size() < count) {
    if (begin_ == end_ && !fill()) return outcome_at_end();
    const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(count - out.size(), end_ - begin_));
    out.append(buffer_.get() + begin_, part);
    begin_ += part;
  }
  return Outcome::done;
}

void ByteSource::put_back(std::string_view bytes) {
  const std::string joined = std::string(bytes).append(rest());
  begin_ = end_ = 0;
  if (joined.size() > size_) enlarge(joined.size());
  std::memcpy(buffer_.get(), joined.data(), joined.size());
  end_ = joined.size();
}

ByteSource::Outcome ByteSource::read_all(std::string& out, std::uint64_t limit) {
  out.clear();
  do {
    out += rest();
    begin_ = end_ = 0;
    if (out.size() > limit) return Outcome::too_long;
  } while (fill());
  const Outcome outcome = outcome_at_end();
  return outcome == Outcome::at_end ? Outcome::done : outcome;
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
  if (const Outcome outcome = outcome_at_end(); outcome != Outcome::at_end || !has_bytes) return outcome;
  return too_long ? Outcome::too_long : Outcome::done;
}

/// Forgets the line that the buffer begins in. A last line without an end is passed over as well.
ByteSource::Outcome ByteSource::pass_over_line() {
  std::string nothing;
  const Outcome outcome = read_line(nothing, '\n', 0);
  return outcome == Outcome::done || outcome == Outcome::at_end ? Outcome::too_long : outcome;
}

ByteSource::Outcome ByteSource::read_lines(std::string& lines, std::size_t wanted, std::uint64_t limit) {
  lines.clear();
  std::size_t searched = 0;  // so far from begin_, without a line's end
  while (true) {
    const std::size_t last = rest().substr(searched).rfind('\n');
    if (last != std::string_view::npos) {
      lines += rest().substr(0, searched + last + 1);
      begin_ += searched + last + 1;
      searched = 0;
      if (lines.size() >= wanted) return Outcome::done;
    }
    searched = end_ - begin_;
    if (searched > limit) return lines.empty() ? pass_over_line() : Outcome::done;
    if (!lines.empty() && !is_ready_to_fill()) return Outcome::done;
    if (!fill()) break;
  }
  if (status_ == ByteLayer::Status::at_end) {
    lines += rest();
    begin_ = end_;
  }
  return lines.empty() ? outcome_at_end() : Outcome::done;
}

}  // namespace onrecord
