#include "onrecord/input/documents.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "onrecord/input/byte_source.h"
#include "onrecord/input/failures.h"
#include "onrecord/input/jsonl.h"
#include "onrecord/input/path_stream.h"
#include "onrecord/input/units.h"

namespace onrecord {
namespace {

constexpr std::size_t most_parts = 64;

bool is_asked_to_stop(int descriptor) {
  pollfd watched{descriptor, POLLIN, 0};
  return descriptor != no_descriptor && poll(&watched, 1, 0) > 0;
}

}  // namespace

/// Walks the paths, keeps the file of lines it is in, and counts the units.
class DocumentStream::Reader {
 public:
  explicit Reader(InputOptions options) : options_(std::move(options)), paths_(options_) {}

  std::optional<Piece> next() {
    Piece piece;
    std::size_t bytes = 0;
    while (!ended_ && bytes < options_.piece_bytes && piece.parts.size() < most_parts) {
      ended_ = was_stopped_ = was_stopped_ || is_asked_to_stop(options_.stop_descriptor);
      // What is there must not wait for what may come later.
      const bool would_wait = lines_ ? !lines_->has_line('\n') : !paths_.is_ready();
      if (ended_ || (would_wait && !piece.parts.empty())) break;
      bytes += lines_ ? add_lines(piece) : add_path(piece);
    }
    if (piece.parts.empty()) return std::nullopt;
    return piece;
  }

  bool was_stopped() const { return was_stopped_; }

 private:
  /// Adds one unit, where it belongs to the shard.
  std::size_t add(Piece& piece, Piece::Content content, std::size_t bytes = 0) {
    const std::uint64_t unit = units_++;
    if (!is_in_shard(unit, options_)) return 0;
    piece.parts.push_back({std::move(content), unit});
    return bytes;
  }

  std::size_t add_path(Piece& piece) {
    auto found = paths_.next();
    if (!found) ended_ = true;
    else if (auto* failure = std::get_if<InputFailure>(&*found)) return add(piece, std::move(*failure));
    else if (auto* warning = std::get_if<InputWarning>(&*found)) piece.parts.push_back({std::move(*warning), units_});
    else return add_file(piece, std::get<FoundFile>(*std::move(found)));
    return 0;
  }

  /// A regular file of text is opened by the thread that gets the piece; standard input and pipes are read here, in order.
  std::size_t add_file(Piece& piece, FoundFile file) {
    const bool is_text = format_of(file.path, options_) == InputFormat::text;
    if (is_text && file.is_regular) return add(piece, UnreadFile{std::move(file.path), file.size, file.changed_at}, file.size);
    std::optional<ByteSource> bytes = ByteSource::open(file.path, options_.stop_descriptor);
    if (!bytes) return add(piece, system_failure(file.path, errno));
    if (is_text) return add_text(piece, *bytes, file.path);
    lines_ = std::move(bytes);
    path_ = std::move(file.path);
    line_number_ = 1;
    if (lines_->peek(3) == "\xEF\xBB\xBF") lines_->skip(3);
    return 0;
  }

  std::size_t add_text(Piece& piece, ByteSource& bytes, const std::string& path) {
    std::string content;
    switch (bytes.read_all(content, options_.max_document_bytes)) {
      case ByteSource::Outcome::stopped: was_stopped_ = ended_ = true; return 0;
      case ByteSource::Outcome::failed: return add(piece, read_failure(path, bytes.failure()));
      case ByteSource::Outcome::too_long: return add(piece, too_large(path, path, options_.max_document_bytes));
      default: break;
    }
    const std::size_t size = content.size();
    return add(piece, RawDocument{path, std::move(content)}, size);
  }

  std::size_t add_lines(Piece& piece) {
    LineBlock block{path_, line_number_, {}};
    switch (lines_->read_lines(block.lines, options_.piece_bytes, options_.max_document_bytes)) {
      case ByteSource::Outcome::done: return add_block(piece, std::move(block));
      case ByteSource::Outcome::too_long: return add(piece, too_long_line());
      case ByteSource::Outcome::failed: return add(piece, read_failure(path_, std::exchange(lines_, std::nullopt)->failure()));
      case ByteSource::Outcome::stopped: was_stopped_ = ended_ = true; break;
      case ByteSource::Outcome::at_end: break;
    }
    lines_.reset();
    return 0;
  }

  std::size_t add_block(Piece& piece, LineBlock block) {
    const std::size_t bytes = block.lines.size();
    const std::uint64_t first_unit = std::exchange(units_, units_ + count_units(block.lines));
    line_number_ += static_cast<std::uint64_t>(std::count(block.lines.begin(), block.lines.end(), '\n'));
    piece.parts.push_back({std::move(block), first_unit});
    return bytes;
  }

  InputFailure too_long_line() {
    const std::uint64_t line = line_number_++;
    return too_large(path_ + ':' + std::to_string(line), path_, options_.max_document_bytes, line);
  }

  InputOptions options_;
  PathStream paths_;
  std::optional<ByteSource> lines_;
  std::string path_;
  std::uint64_t line_number_ = 1;
  std::uint64_t units_ = 0;
  bool ended_ = false;
  bool was_stopped_ = false;
};

DocumentStream::DocumentStream(InputOptions options) : reader_(std::make_unique<Reader>(std::move(options))) {}
DocumentStream::~DocumentStream() = default;
DocumentStream::DocumentStream(DocumentStream&&) noexcept = default;
DocumentStream& DocumentStream::operator=(DocumentStream&&) noexcept = default;

std::optional<Piece> DocumentStream::next() { return reader_->next(); }
bool DocumentStream::was_stopped() const { return reader_->was_stopped(); }

}  // namespace onrecord
