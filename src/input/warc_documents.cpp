#include <fmt/format.h>

#include <utility>

#include "onrecord/input/container_readers.h"
#include "onrecord/input/failures.h"
#include "onrecord/unpack/http_body.h"
#include "onrecord/unpack/warc.h"

namespace onrecord {
namespace {

bool is_page(std::string_view media_type) { return media_type == "text/html" || media_type == "application/xhtml+xml"; }
bool is_xml(std::string_view media_type) {
  return media_type == "application/rss+xml" || media_type == "application/atom+xml" || media_type == "text/xml" || media_type == "application/xml";
}

bool holds_text(std::string_view media_type) { return media_type.empty() || media_type.starts_with("text/") || is_page(media_type) || is_xml(media_type); }

class WarcDocuments : public ContentReader {
 public:
  WarcDocuments(ByteSource bytes, std::string source, const InputOptions& options)
      : records_(std::move(bytes), options.max_document_bytes), source_(std::move(source)), options_(options) {}

  std::optional<Piece::Content> next() override {
    while (auto record = records_.next()) {
      ++number_;
      if (auto input = input_of(*std::move(record))) return input;
    }
    if (auto failure = records_.failure(); failure && !std::exchange(told_, true)) return read_failure(source_, *std::move(failure));
    return std::nullopt;
  }

  bool is_ready() override { return records_.is_ready(); }

 private:
  std::string name(const std::string& target) const { return target.empty() ? fmt::format("{}#{}", source_, number_) : target; }

  InputFailure failed(const WarcRecord& record) const {
    InputFailure failure = read_failure(source_, *record.failure);
    failure.id = name(record.target);
    return failure;
  }

  InputFailure packed(const WarcRecord& record, const std::string& encoding) const {
    InputFailure failure =
        read_failure(source_, {"no_text", fmt::format("the body of {} is packed by '{}', which is not undone", name(record.target), encoding)});
    failure.id = name(record.target);
    return failure;
  }

  /// None for what is no article: errors of a server, pictures, scripts.
  std::optional<Piece::Content> input_of(WarcRecord record) const {
    if (record.failure) return failed(record);
    if (record.kind == WarcRecord::Kind::response) return input_of_response(record);
    auto [media_type, charset] = parse_media_type(record.content_type);
    return document(record.target, media_type, std::move(charset), std::move(record.block));
  }

  std::optional<Piece::Content> input_of_response(const WarcRecord& record) const {
    auto message = parse_http(record.block, options_.max_document_bytes);
    if (!message) {
      if (record.block.starts_with("HTTP/")) return too_large(name(record.target), source_, options_.max_document_bytes);
      return std::nullopt;
    }
    if (message->status != 200) return std::nullopt;
    if (!message->packed_by.empty() && holds_text(message->media_type)) return packed(record, message->packed_by);
    return document(record.target, message->media_type, std::move(message->charset), std::move(message->body));
  }

  std::optional<Piece::Content> document(const std::string& target, std::string_view media_type, std::string charset, std::string bytes) const {
    RawDocument document{name(target), source_, InputFormat::text, std::move(bytes), std::move(charset)};
    if (is_page(media_type) || (media_type.empty() && looks_like_html(document.bytes))) document.format = InputFormat::html;
    else if (is_xml(media_type)) document.format = InputFormat::xml;
    else if (media_type == "text/markdown") document.format = InputFormat::markdown;
    else if (media_type != "text/plain") return std::nullopt;
    return document;
  }

  WarcReader records_;
  std::string source_;
  const InputOptions& options_;
  std::uint64_t number_ = 0;
  bool told_ = false;
};

}  // namespace

std::unique_ptr<ContentReader> warc_documents(ByteSource bytes, std::string source, const InputOptions& options) {
  return std::make_unique<WarcDocuments>(std::move(bytes), std::move(source), options);
}

}  // namespace onrecord
