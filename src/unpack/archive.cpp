#include "onrecord/unpack/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstring>
#include <utility>
#include <vector>

namespace onrecord {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t buffer_size = 64U << 10U;
constexpr std::size_t tar_magic_at = 257;

struct FreeArchive {
  void operator()(archive* handle) const { archive_read_free(handle); }
};

ReadProblem problem_of(archive* handle) {
  const char* message = archive_error_string(handle);
  const std::string_view said = message == nullptr ? "the archive is damaged" : message;
  const bool cut = said.find("runcated") != std::string_view::npos;
  return {cut ? "truncated" : "corrupt", cut ? "the archive ends early" : "the archive is damaged"};
}

/// Names of members that are not ASCII come out only where the locale says how to write them.
struct NamesInUtf8 {
  NamesInUtf8() { std::setlocale(LC_CTYPE, "C.UTF-8"); }
};

}  // namespace

class Archive::Impl {
 public:
  Impl(std::unique_ptr<ByteReader> bytes, ArchiveFormat format) : bytes_(std::move(bytes)), buffer_(buffer_size) {
    static const NamesInUtf8 names_in_utf8;
    handle_.reset(archive_read_new());
    if (format == ArchiveFormat::tar) archive_read_support_format_tar(handle_.get());
    else archive_read_support_format_zip_streamable(handle_.get());
    if (archive_read_open(handle_.get(), this, nullptr, &Impl::give, nullptr) != ARCHIVE_OK) fail();
  }

  std::optional<ArchiveMember> next() {
    while (!problem_) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(handle_.get(), &entry);
      if (result == ARCHIVE_EOF) break;
      if (result < ARCHIVE_WARN) {
        fail();
        break;
      }
      if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) continue;
      const char* name = archive_entry_pathname(entry);
      return ArchiveMember{name == nullptr ? "" : name};
    }
    return std::nullopt;
  }

  archive* handle() const { return handle_.get(); }
  const std::optional<ReadProblem>& problem() const { return problem_; }

 private:
  static la_ssize_t give(archive* handle, void* self, const void** data) {
    Impl& impl = *static_cast<Impl*>(self);
    const std::size_t got = impl.bytes_->read(impl.buffer_.data(), impl.buffer_.size());
    if (got == 0 && impl.bytes_->problem()) {
      archive_set_error(handle, EIO, "%s", "the bytes below it end early");
      return -1;
    }
    *data = impl.buffer_.data();
    return static_cast<la_ssize_t>(got);
  }

  void fail() { problem_ = bytes_->problem() ? bytes_->problem() : problem_of(handle_.get()); }

  std::unique_ptr<ByteReader> bytes_;
  std::vector<char> buffer_;
  std::unique_ptr<archive, FreeArchive> handle_;
  std::optional<ReadProblem> problem_;
};

namespace {

class MemberReader : public ByteReader {
 public:
  explicit MemberReader(archive* handle) : handle_(handle) {}

  std::size_t read(char* to, std::size_t size) override {
    if (failed()) return 0;
    const la_ssize_t got = archive_read_data(handle_, to, size);
    return got < 0 ? fail(problem_of(handle_)) : static_cast<std::size_t>(got);
  }

 private:
  archive* handle_;
};

}  // namespace

ArchiveFormat archive_of(std::string_view head) {
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return ArchiveFormat::zip;
  if (head.size() >= archive_head && head.substr(tar_magic_at, 5) == "ustar"sv) return ArchiveFormat::tar;
  return ArchiveFormat::none;
}

Archive::Archive(std::unique_ptr<ByteReader> bytes, ArchiveFormat format) : impl_(std::make_unique<Impl>(std::move(bytes), format)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

std::optional<ArchiveMember> Archive::next() { return impl_->next(); }
std::unique_ptr<ByteReader> Archive::content() { return std::make_unique<MemberReader>(impl_->handle()); }
const std::optional<ReadProblem>& Archive::problem() const { return impl_->problem(); }

}  // namespace onrecord
