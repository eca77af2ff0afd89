#include <optional>
#include <utility>

#include "onrecord/input/container_readers.h"
#include "onrecord/input/failures.h"

namespace onrecord {
namespace {

class WholeDocument : public ContentReader {
 public:
  WholeDocument(ByteSource bytes, std::string source, InputFormat format, const InputOptions& options)
      : bytes_(std::move(bytes)), source_(std::move(source)), format_(format), options_(options) {}

  std::optional<Piece::Content> next() override {
    if (std::exchange(was_read_, true)) return std::nullopt;
    RawDocument document{source_, source_, format_, {}, {}};
    switch (bytes_.read_all(document.bytes, options_.max_document_bytes)) {
      case ByteSource::Outcome::stopped: return std::nullopt;
      case ByteSource::Outcome::failed: return read_failure(source_, bytes_.failure());
      case ByteSource::Outcome::too_long: return too_large(source_, source_, options_.max_document_bytes);
      default: return document;
    }
  }
  bool is_ready() override { return was_read_ || bytes_.is_ready(); }
  bool is_single() const override { return true; }

 private:
  ByteSource bytes_;
  std::string source_;
  InputFormat format_;
  const InputOptions& options_;
  bool was_read_ = false;
};

}  // namespace

std::unique_ptr<ContentReader> whole_document(ByteSource bytes, std::string source, InputFormat format, const InputOptions& options) {
  return std::make_unique<WholeDocument>(std::move(bytes), std::move(source), format, options);
}

}  // namespace onrecord
