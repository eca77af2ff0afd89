#include "onrecord/input/content_reader.h"

#include <algorithm>
#include <utility>

#include "onrecord/input/container_readers.h"
#include "onrecord/input/failures.h"
#include "onrecord/input/format.h"
#include "onrecord/unpack/decompress.h"

namespace onrecord {
namespace {

constexpr int deepest = 4;
constexpr std::size_t lines_head = 8;
constexpr const char* own_records = "these are records that onrecord wrote, and no articles; '--from jsonl' reads them all the same";

constexpr const char* json_in_utf16 = "JSON is UTF-8, and this is UTF-16; 'iconv -f utf-16 -t utf-8' makes it so";
constexpr const char* table_without_keys = "rows of a table have no key before them, as --key-prefix asks for; --pass copies fields of theirs into the records";
constexpr const char* array_without_keys =
    "elements of a JSON array have no key before them, as --key-prefix asks for; --pass copies fields of theirs into the records";

/// A failure in the place of contents.
class FailedContent : public ContentReader {
 public:
  explicit FailedContent(InputFailure failure) : failure_(std::move(failure)) {}
  std::optional<Piece::Content> next() override {
    if (!failure_) return std::nullopt;
    Piece::Content content = *std::move(failure_);
    failure_.reset();
    return content;
  }
  bool is_ready() override { return true; }

 private:
  std::optional<InputFailure> failure_;
};

std::unique_ptr<ContentReader> failed(const std::string& source, const char* code, std::string message) {
  return std::make_unique<FailedContent>(read_failure(source, {code, std::move(message)}));
}

std::unique_ptr<ContentReader> too_deep(const std::string& source) { return failed(source, "too_deep", "packed in more containers than are opened"); }

/// Of lines, more than these first bytes is only waited for where they may be none.
bool opens_array(std::string_view head) {
  const std::size_t first = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && head[first] == '[';
}

/// Unpacks what is packed, once or several times. False: it is in more containers than are opened.
bool unpack(ByteSource& bytes, const InputOptions& options, int& depth) {
  for (Compression compression = compression_of(bytes.peek(compression_head)); compression != Compression::none;
       compression = compression_of(bytes.peek(compression_head))) {
    if (depth++ >= deepest) return false;
    bytes = ByteSource(decompress(std::make_unique<ByteSource>(std::move(bytes)), compression, options.max_window_bytes));
  }
  return true;
}

/// What is read as UTF-8, whatever it says; texts are decoded with their mark.
ByteSource without_mark(ByteSource bytes) {
  if (bytes.peek(3) == "\xEF\xBB\xBF") bytes.skip(3);
  return bytes;
}

}  // namespace

std::unique_ptr<ContentReader> read_contents(std::unique_ptr<ByteLayer> bytes, const std::string& source, const InputOptions& options, int depth) {
  ByteSource unpacked(std::move(bytes));
  // Nothing is left of a download that failed.
  if (is_named_packed(source) && unpacked.peek(1).empty() && !unpacked.has_failed()) return failed(source, "truncated", "there is nothing in it");
  if (!unpack(unpacked, options, depth)) return too_deep(source);
  // Lines may come one by one, so they must be known by their first bytes; all others are read to the end before anything comes of them.
  InputFormat format = format_of(source, unpacked.peek(is_named_archive(source) ? format_head : lines_head), options);
  if (format != InputFormat::jsonl && !is_table(options.format)) format = format_of(source, unpacked.peek(format_head), options);
  const bool may_be_object = format == InputFormat::jsonl || (format == InputFormat::text && options.format == InputFormat::automatic);
  if (format == InputFormat::text && options.format == InputFormat::automatic && is_json_in_utf16(unpacked.peek(format_head)))
    return failed(source, "bad_encoding", json_in_utf16);
  if (options.has_keys && is_table(format)) return failed(source, "missing_key", table_without_keys);
  if (may_be_object && is_object_of_lines(unpacked.peek(format == InputFormat::jsonl ? lines_head : format_head)))
    return json_object(without_mark(std::move(unpacked)), source, options);
  if (may_be_object && opens_array(unpacked.peek(lines_head)) && is_array_of_objects(unpacked.peek(format_head))) {
    const std::string_view head = unpacked.peek(format_head);
    if (is_own_record(head.substr(std::min(head.find('{'), head.size())), options)) return failed(source, "no_text", own_records);
    if (options.has_keys) return failed(source, "missing_key", array_without_keys);
    return json_array(without_mark(std::move(unpacked)), source, options);
  }
  switch (format) {
    case InputFormat::jsonl:
      if (is_utf16(unpacked.peek(2))) return failed(source, "bad_encoding", json_in_utf16);
      // Standard input is not waited for.
      if (source != "-" && is_own_record(unpacked.peek(record_head), options)) return failed(source, "no_text", own_records);
      return json_lines(without_mark(std::move(unpacked)), source, options);
    case InputFormat::csv:
    case InputFormat::tsv:
      if (is_utf16(unpacked.peek(2)))
        return failed(source, "bad_encoding",
                      "tables are UTF-8, or what --encoding says byte by byte, and this is UTF-16; 'iconv -f utf-16 -t utf-8' makes it so");
      if (is_own_table(unpacked.peek(format_head), options))
        return failed(source, "no_text", "this is a table that onrecord wrote, and no articles; '--from csv' reads it all the same");
      return table_rows(without_mark(std::move(unpacked)), source, options);
    case InputFormat::warc: return warc_documents(std::move(unpacked), source, options);
    case InputFormat::tar:
    case InputFormat::zip:
      if (depth >= deepest) return too_deep(source);
      if (const auto what = what_is_no_archive(unpacked.peek(format_head)); !what.empty()) return failed(source, "no_text", "this is " + std::string(what));
      return archive_documents(std::move(unpacked), format == InputFormat::tar ? ArchiveFormat::tar : ArchiveFormat::zip, source, options, depth);
    default: return whole_document(std::move(unpacked), source, format, options);
  }
}

bool holds_own_records(const std::string& path, const InputOptions& options) {
  if (!is_named_json_lines(path)) return false;
  std::optional<ByteSource> bytes = ByteSource::open(path);
  int depth = 0;
  return bytes && unpack(*bytes, options, depth) && is_own_record(bytes->peek(record_head), options);
}

}  // namespace onrecord
