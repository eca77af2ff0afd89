#include <algorithm>
#include <utility>

#include "onrecord/input/container_readers.h"
#include "onrecord/input/failures.h"
#include "onrecord/input/format.h"

namespace onrecord {
namespace {

/// Whether a name leads out of the folder that an archive would be unpacked in.
bool leads_out(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos) return true;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return true;
    at = end + 1;
  }
  return false;
}

bool is_hidden(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return name.substr(slash == std::string_view::npos ? 0 : slash + 1).starts_with('.');
}

class ArchiveDocuments : public ContentReader {
 public:
  ArchiveDocuments(ByteSource bytes, ArchiveFormat format, std::string source, const InputOptions& options, int depth)
      : archive_(std::make_unique<ByteSource>(std::move(bytes)), format), source_(std::move(source)), options_(options), depth_(depth) {
    options_.format = options.format == InputFormat::tar || options.format == InputFormat::zip ? InputFormat::automatic : options.format;
  }

  std::optional<Piece::Content> next() override {
    while (!ended_) {
      if (member_) {
        if (auto input = member_->next()) {
          member_failed_ = std::holds_alternative<InputFailure>(*input);
          return input;
        }
        member_.reset();
      }
      if (auto input = open_next()) return input;
    }
    return std::nullopt;
  }

  bool is_ready() override { return true; }

 private:
  /// Opens the next member, or tells what is wrong with it.
  std::optional<Piece::Content> open_next() {
    const auto member = archive_.next();
    if (!member) {
      ended_ = true;
      // Where the last member ended early, so did the archive; it was reported once.
      if (archive_.failure() && !member_failed_) return read_failure(source_, *archive_.failure());
      if (!found_) return InputWarning{source_, "no articles in this archive"};
      return std::nullopt;
    }
    const std::string name = source_ + '!' + member->name;
    if (leads_out(member->name)) return read_failure(name, {"unsafe_name", "the member's name leads out of the archive"});
    if (is_hidden(member->name) || !has_known_name(member->name, options_)) return std::nullopt;
    found_ = true;
    member_failed_ = false;
    // Sparse files announce more than there is to read.
    if (member->size > options_.max_document_bytes && is_named_document(member->name)) return too_large(name, name, options_.max_document_bytes);
    member_ = read_contents(archive_.content(), name, options_, depth_ + 1);
    return std::nullopt;
  }

  Archive archive_;
  std::string source_;
  InputOptions options_;
  int depth_;
  std::unique_ptr<ContentReader> member_;
  bool found_ = false;
  bool member_failed_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ContentReader> archive_documents(ByteSource bytes, ArchiveFormat format, std::string source, const InputOptions& options, int depth) {
  return std::make_unique<ArchiveDocuments>(std::move(bytes), format, std::move(source), options, depth);
}

}  // namespace onrecord
