#include "onrecord/input/object_lines.h"

#include <algorithm>
#include <utility>

#include "onrecord/input/failures.h"

namespace onrecord {
namespace {

constexpr std::size_t bytes_at_once = 64U << 10U;

}  // namespace

ObjectLines::ObjectLines(ByteSource bytes, std::string source, const InputOptions& options, Numbers numbers)
    : bytes_(std::move(bytes)), source_(std::move(source)), options_(options), numbers_(numbers) {}

std::optional<Piece::Content> ObjectLines::next() {
  LineBlock block{source_, line_, {}};
  while (block.lines.size() < options_.piece_bytes && !failure_) {
    if ((!rest().empty() || (is_all_ && !is_cut_)) && add(block.lines)) continue;
    if (is_all_ || (!block.lines.empty() && !bytes_.is_ready())) break;
    fill();
  }
  if (!block.lines.empty()) return block;
  if (!failure_) return std::nullopt;
  return *std::exchange(failure_, std::nullopt);
}

/// Gets more of the object at work.
void ObjectLines::fill() {
  buffer_.erase(0, std::exchange(begin_, 0));
  const std::size_t size = buffer_.size();
  buffer_.resize(size + bytes_at_once);
  const ByteLayer::Result result = bytes_.read(buffer_.data() + size, bytes_at_once);
  buffer_.resize(size + result.size);
  if (result.status == ByteLayer::Status::bytes) return;
  is_all_ = true;
  if (result.status == ByteLayer::Status::failed) failure_ = read_failure(source_, bytes_.failure());
  is_cut_ = result.status != ByteLayer::Status::at_end;
  if (is_cut_) buffer_.clear();  // it may be half an object
}

void ObjectLines::end_line(std::string& lines, std::size_t size) { lines.append(pass_over(size), '\n'); }

void ObjectLines::fail(const char* code, std::string message, std::size_t size) {
  failure_ = {source_ + ':' + std::to_string(line_), source_, code, std::move(message), line_, {}, {}};
  pass_over(size);
}

void ObjectLines::fail_by_size(std::size_t size) { fail("too_large", too_large({}, {}, options_.max_document_bytes).message, size); }

/// Returns by how much the number of the line grows.
std::uint64_t ObjectLines::pass_over(std::size_t size) {
  const std::string_view bytes = rest().substr(0, size);
  const std::uint64_t line_ends = numbers_ == Numbers::objects ? 1 : static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  begin_ += size;
  line_ += line_ends;
  forget();
  return line_ends;
}

}  // namespace onrecord
