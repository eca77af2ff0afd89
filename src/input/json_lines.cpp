#include <algorithm>
#include <string_view>
#include <utility>

#include "onrecord/input/container_readers.h"
#include "onrecord/input/failures.h"

namespace onrecord {
namespace {

/// Lines are long: to go from one end to the next is faster than to count byte by byte.
std::uint64_t line_ends_in(std::string_view lines) {
  std::uint64_t count = 0;
  for (std::size_t end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n', end + 1)) ++count;
  return count;
}

class JsonLines : public ContentReader {
 public:
  JsonLines(ByteSource bytes, std::string source, const InputOptions& options) : bytes_(std::move(bytes)), source_(std::move(source)), options_(options) {}

  std::optional<Piece::Content> next() override {
    if (ended_) return std::nullopt;
    LineBlock block{source_, line_number_, {}};
    switch (bytes_.read_lines(block.lines, options_.piece_bytes, options_.max_document_bytes)) {
      case ByteSource::Outcome::too_long: return too_long_line();
      case ByteSource::Outcome::done: line_number_ += line_ends_in(block.lines); return block;
      case ByteSource::Outcome::failed: ended_ = true; return read_failure(source_, bytes_.failure());
      default: ended_ = true; return std::nullopt;
    }
  }
  bool is_ready() override { return ended_ || bytes_.has_line('\n'); }

 private:
  InputFailure too_long_line() {
    const std::uint64_t line = line_number_++;
    return too_large(source_ + ':' + std::to_string(line), source_, options_.max_document_bytes, line);
  }

  ByteSource bytes_;
  std::string source_;
  const InputOptions& options_;
  std::uint64_t line_number_ = 1;
  bool ended_ = false;
};

/// Line ends stand between the parts of an object only, so all of it makes one line.
class JsonObject : public ContentReader {
 public:
  JsonObject(ByteSource bytes, std::string source, const InputOptions& options) : bytes_(std::move(bytes)), source_(std::move(source)), options_(options) {}

  std::optional<Piece::Content> next() override {
    if (std::exchange(was_read_, true)) return std::nullopt;
    LineBlock block{source_, 1, {}};
    switch (bytes_.read_all(block.lines, options_.max_document_bytes)) {
      case ByteSource::Outcome::stopped: return std::nullopt;
      case ByteSource::Outcome::failed: return read_failure(source_, bytes_.failure());
      case ByteSource::Outcome::too_long: return too_large(source_, source_, options_.max_document_bytes);
      default: break;
    }
    std::replace_if(
        block.lines.begin(), block.lines.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return block;
  }
  bool is_ready() override { return was_read_ || bytes_.is_ready(); }

 private:
  ByteSource bytes_;
  std::string source_;
  const InputOptions& options_;
  bool was_read_ = false;
};

}  // namespace

std::unique_ptr<ContentReader> json_object(ByteSource bytes, std::string source, const InputOptions& options) {
  return std::make_unique<JsonObject>(std::move(bytes), std::move(source), options);
}

std::unique_ptr<ContentReader> json_lines(ByteSource bytes, std::string source, const InputOptions& options) {
  return std::make_unique<JsonLines>(std::move(bytes), std::move(source), options);
}

}  // namespace onrecord
