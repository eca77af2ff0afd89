#include "onrecord/input/documents.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "onrecord/input/content_reader.h"
#include "onrecord/input/failures.h"
#include "onrecord/input/format.h"
#include "onrecord/input/jsonl.h"
#include "onrecord/input/path_stream.h"
#include "onrecord/input/units.h"

namespace onrecord {
namespace {

constexpr std::size_t most_parts = 64;
constexpr std::uint64_t small_file = 1U << 20U;

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
      const bool would_wait = file_ ? !file_->is_ready() : !paths_.is_ready();
      if (ended_ || (would_wait && !piece.parts.empty())) break;
      bytes += file_ ? add_content(piece) : add_path(piece);
    }
    if (piece.parts.empty()) return std::nullopt;
    return piece;
  }

  bool is_at_end() const { return ended_; }
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

  /// A small file is opened by the thread that gets the piece. A large one is looked into here, and left to that thread if all of it
  /// is one document; so many documents never come in one piece. Standard input and pipes are read here, in order.
  std::size_t add_file(Piece& piece, FoundFile file) {
    const bool holds_many = options_.format == InputFormat::jsonl || is_table(options_.format) || is_named_json_lines(file.path) || is_named_table(file.path);
    if (file.is_regular && file.size <= small_file && !holds_many) return add_unread(piece, std::move(file));
    auto bytes = open_file(file.path, options_.stop_descriptor);
    if (!bytes) return add(piece, system_failure(file.path, errno));
    file_ = read_contents(std::move(bytes), file.path, options_);
    if (!file.is_regular || !file_->is_single()) return 0;
    file_.reset();
    return add_unread(piece, std::move(file));
  }

  std::size_t add_unread(Piece& piece, FoundFile file) { return add(piece, UnreadFile{std::move(file.path), file.size, file.changed_at}, file.size); }

  /// The next thing in the file that is open.
  std::size_t add_content(Piece& piece) {
    auto content = file_->next();
    if (!content) file_.reset();
    else if (auto* block = std::get_if<LineBlock>(&*content)) return add_block(piece, std::move(*block));
    else if (auto* warning = std::get_if<InputWarning>(&*content)) piece.parts.push_back({std::move(*warning), units_});
    else if (auto* raw = std::get_if<RawDocument>(&*content)) {
      const std::size_t size = raw->bytes.size();
      return add(piece, *std::move(content), size);
    } else {
      return add(piece, *std::move(content));
    }
    return 0;
  }

  std::size_t add_block(Piece& piece, LineBlock block) {
    const std::size_t bytes = block.lines.size();
    const std::uint64_t first_unit = std::exchange(units_, units_ + count_units(block.lines));
    piece.parts.push_back({std::move(block), first_unit});
    return bytes;
  }

  InputOptions options_;
  PathStream paths_;
  std::unique_ptr<ContentReader> file_;
  std::uint64_t units_ = 0;
  bool ended_ = false;
  bool was_stopped_ = false;
};

DocumentStream::DocumentStream(InputOptions options) : reader_(std::make_unique<Reader>(std::move(options))) {}
DocumentStream::~DocumentStream() = default;
DocumentStream::DocumentStream(DocumentStream&&) noexcept = default;
DocumentStream& DocumentStream::operator=(DocumentStream&&) noexcept = default;

std::optional<Piece> DocumentStream::next() { return reader_->next(); }
bool DocumentStream::is_at_end() const { return reader_->is_at_end(); }
bool DocumentStream::was_stopped() const { return reader_->was_stopped(); }

}  // namespace onrecord
