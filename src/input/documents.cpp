#include "onrecord/input/documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "onrecord/base/digest.h"
#include "onrecord/input/byte_source.h"
#include "onrecord/input/decode.h"
#include "onrecord/input/jsonl.h"
#include "onrecord/input/path_stream.h"

namespace onrecord {
namespace {

constexpr std::uint64_t most_bytes = 0xF0000000;  // offsets have 32 bits

InputFailure too_large(std::string id, const std::string& source, std::uint64_t limit, std::uint64_t line = 0) {
  std::string message = fmt::format("more than {} bytes; --max-doc-bytes sets the limit", limit);
  return {std::move(id), source, "too_large", std::move(message), line};
}

}  // namespace

/// Walks the paths and keeps the JSONL file it is in.
class DocumentStream::Reader {
 public:
  explicit Reader(InputOptions options) : options_(std::move(options)), paths_(options_) {
    options_.max_document_bytes = std::min(options_.max_document_bytes, most_bytes);
  }

  std::optional<Input> next() {
    while (true) {
      if (lines_) {
        if (auto input = next_line()) return input;
        lines_.reset();
        continue;
      }
      auto found = paths_.next();
      if (!found) return std::nullopt;
      if (auto* failure = std::get_if<InputFailure>(&*found)) return std::move(*failure);
      if (auto* warning = std::get_if<InputWarning>(&*found)) return std::move(*warning);
      if (auto input = open(std::get<FoundFile>(*found).path)) return input;
    }
  }

 private:
  /// A file of text is a document; one of lines is kept, to be read from.
  std::optional<Input> open(const std::string& path) {
    std::optional<ByteSource> bytes = path == "-" ? ByteSource::standard_input() : ByteSource::open(path);
    if (!bytes) return system_failure(path, errno);
    if (format_of(path, options_) == InputFormat::text) return read_text(*bytes, path);
    lines_ = std::move(bytes);
    path_ = path;
    line_number_ = 0;
    return std::nullopt;
  }

  Input read_text(ByteSource& bytes, const std::string& path) {
    std::string content;
    const auto outcome = bytes.read_all(content, options_.max_document_bytes);
    if (outcome == ByteSource::Outcome::failed) return system_failure(path, errno);
    if (outcome == ByteSource::Outcome::too_long) return too_large(path, path, options_.max_document_bytes);
    SourceDocument document;
    document.id = document.source = path;
    document.size = content.size();
    document.sha256 = sha256_hex(content);
    Decoded decoded = decode(std::move(content));
    document.encoding = std::move(decoded.encoding);
    document.text = std::move(decoded.text);
    document.repaired = decoded.repaired;
    return document;
  }

  /// The document of the next line that is not blank.
  std::optional<Input> next_line() {
    std::string line;
    while (true) {
      ++line_number_;
      const auto outcome = lines_->read_line(line, '\n', options_.max_document_bytes);
      if (outcome == ByteSource::Outcome::at_end) return std::nullopt;
      if (outcome == ByteSource::Outcome::failed) {
        const int error_number = errno;
        lines_.reset();
        return system_failure(path_, error_number);
      }
      if (outcome == ByteSource::Outcome::too_long)
        return too_large(fmt::format("{}:{}", path_, line_number_), path_, options_.max_document_bytes, line_number_);
      if (line_number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
      if (line.find_first_not_of(" \t\r") != std::string::npos)
        return document_of_json_line(std::move(line), path_, line_number_, options_);
    }
  }

  InputOptions options_;
  PathStream paths_;
  std::optional<ByteSource> lines_;
  std::string path_;
  std::uint64_t line_number_ = 0;
};

DocumentStream::DocumentStream(InputOptions options) : reader_(std::make_unique<Reader>(std::move(options))) {}
DocumentStream::~DocumentStream() = default;
DocumentStream::DocumentStream(DocumentStream&&) noexcept = default;
DocumentStream& DocumentStream::operator=(DocumentStream&&) noexcept = default;

std::optional<Input> DocumentStream::next() { return reader_->next(); }

}  // namespace onrecord
