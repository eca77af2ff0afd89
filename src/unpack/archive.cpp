#include "onrecord/unpack/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <clocale>
#include <functional>
#include <utility>
#include <vector>

namespace onrecord {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t buffer_size = 64U << 10U;
constexpr std::size_t tar_magic_at = 257;

/// libarchive, loaded when the first archive is opened: it and what it needs (libxml2, ICU and others) take longer to load than the
/// records of a short article to extract.
class Library {
  void* library_ = dlopen(ONRECORD_LIBARCHIVE, RTLD_NOW | RTLD_LOCAL);
  bool is_there_ = library_ != nullptr;

  template <typename Function>
  Function function(const char* name) {
    void* const found = library_ == nullptr ? nullptr : dlsym(library_, name);
    is_there_ = is_there_ && found != nullptr;
    return reinterpret_cast<Function>(found);
  }

 public:
  /// False where it is not installed; then nothing else may be asked.
  bool is_there() const { return is_there_; }

#define ONRECORD_FUNCTION(name) decltype(&::archive_##name) name = function<decltype(&::archive_##name)>("archive_" #name)
  ONRECORD_FUNCTION(read_new);
  ONRECORD_FUNCTION(read_support_format_tar);
  ONRECORD_FUNCTION(read_support_format_zip_streamable);
  ONRECORD_FUNCTION(read_open);
  ONRECORD_FUNCTION(read_next_header);
  ONRECORD_FUNCTION(read_data);
  ONRECORD_FUNCTION(read_free);
  ONRECORD_FUNCTION(error_string);
  ONRECORD_FUNCTION(set_error);
  ONRECORD_FUNCTION(entry_filetype);
  ONRECORD_FUNCTION(entry_hardlink);
  ONRECORD_FUNCTION(entry_pathname);
  ONRECORD_FUNCTION(entry_size);
  ONRECORD_FUNCTION(entry_size_is_set);
#undef ONRECORD_FUNCTION
};

const Library& libarchive() {
  static const Library loaded;
  return loaded;
}

struct FreeArchive {
  void operator()(archive* handle) const { libarchive().read_free(handle); }
};

ReadFailure failure_of(archive* handle) {
  if (!libarchive().is_there()) return {"read_failed", "tar and zip need " ONRECORD_LIBARCHIVE ", which is not installed"};
  const char* message = libarchive().error_string(handle);
  const std::string_view said = message == nullptr ? "the archive is damaged" : message;
  if (said.find("assphrase") != std::string_view::npos || said.find("ncrypt") != std::string_view::npos) return {"encrypted", "the member is encrypted"};
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
  Impl(std::unique_ptr<ByteLayer> bytes, ArchiveFormat format) : bytes_(std::move(bytes)), buffer_(buffer_size) {
    static const NamesInUtf8 names_in_utf8;
    if (!libarchive().is_there()) {
      fail();
      return;
    }
    handle_.reset(libarchive().read_new());
    if (format == ArchiveFormat::tar) libarchive().read_support_format_tar(handle_.get());
    else libarchive().read_support_format_zip_streamable(handle_.get());
    if (libarchive().read_open(handle_.get(), this, nullptr, &Impl::give, nullptr) != ARCHIVE_OK) fail();
  }

  std::optional<ArchiveMember> next() {
    while (!failure_) {
      archive_entry* entry = nullptr;
      const int result = libarchive().read_next_header(handle_.get(), &entry);
      if (result == ARCHIVE_EOF) break;
      if (result < ARCHIVE_WARN) {
        fail();
        break;
      }
      if (libarchive().entry_filetype(entry) != AE_IFREG || libarchive().entry_hardlink(entry) != nullptr) continue;
      const char* name = libarchive().entry_pathname(entry);
      const la_int64_t size = libarchive().entry_size_is_set(entry) != 0 ? libarchive().entry_size(entry) : 0;
      return ArchiveMember{name == nullptr ? "" : name, static_cast<std::uint64_t>(std::max<la_int64_t>(size, 0))};
    }
    return std::nullopt;
  }

  archive* handle() const { return handle_.get(); }
  /// Why reading failed: what lies below tells more than libarchive does.
  ReadFailure why() const { return status_ == ByteLayer::Status::failed ? bytes_->failure() : failure_of(handle_.get()); }
  const std::optional<ReadFailure>& failure() const { return failure_; }

 private:
  static la_ssize_t give(archive* handle, void* self, const void** data) {
    Impl& impl = *static_cast<Impl*>(self);
    const ByteLayer::Result got = impl.bytes_->read(impl.buffer_.data(), impl.buffer_.size());
    impl.status_ = got.status;
    if (got.status == ByteLayer::Status::failed || got.status == ByteLayer::Status::stopped) {
      libarchive().set_error(handle, EIO, "%s", "the bytes below it end early");
      return -1;
    }
    *data = impl.buffer_.data();
    return static_cast<la_ssize_t>(got.size);
  }

  void fail() { failure_ = why(); }

  std::unique_ptr<ByteLayer> bytes_;
  ByteLayer::Status status_ = ByteLayer::Status::bytes;
  std::vector<char> buffer_;
  std::unique_ptr<archive, FreeArchive> handle_;
  std::optional<ReadFailure> failure_;
};

namespace {

class MemberLayer : public ByteLayer {
 public:
  MemberLayer(archive* handle, std::function<ReadFailure()> why) : handle_(handle), why_(std::move(why)) {}

  Result read(char* to, std::size_t size) override {
    if (status_ != Status::bytes) return {status_, 0};
    const la_ssize_t got = libarchive().read_data(handle_, to, size);
    if (got > 0) return {Status::bytes, static_cast<std::size_t>(got)};
    status_ = got == 0 ? Status::at_end : Status::failed;
    return {status_, 0};
  }
  bool is_ready() override { return true; }
  bool may_wait() const override { return false; }
  ReadFailure failure() const override { return why_(); }

 private:
  archive* handle_;
  std::function<ReadFailure()> why_;
  Status status_ = Status::bytes;
};

}  // namespace

namespace {

/// Tar from before there was a magic is known by the sum of its first header, in which the sum itself counts as spaces.
bool has_tar_sum(std::string_view head) {
  constexpr std::size_t sum_at = 148;
  constexpr std::size_t sum_size = 8;
  if (head[0] == '\0') return false;
  std::string_view digits = head.substr(sum_at, sum_size);
  digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
  unsigned said = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), said, 8);
  if (error != std::errc()) return false;
  unsigned sum = 0;
  for (std::size_t at = 0; at < archive_head; ++at)
    sum += at >= sum_at && at < sum_at + sum_size ? static_cast<unsigned>(' ') : static_cast<unsigned char>(head[at]);
  return sum == said;
}

}  // namespace

ArchiveFormat archive_of(std::string_view head) {
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return ArchiveFormat::zip;
  if (head.size() >= archive_head && (head.substr(tar_magic_at, 5) == "ustar"sv || has_tar_sum(head))) return ArchiveFormat::tar;
  return ArchiveFormat::none;
}

Archive::Archive(std::unique_ptr<ByteLayer> bytes, ArchiveFormat format) : impl_(std::make_unique<Impl>(std::move(bytes), format)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

std::optional<ArchiveMember> Archive::next() { return impl_->next(); }
std::unique_ptr<ByteLayer> Archive::content() {
  return std::make_unique<MemberLayer>(impl_->handle(), [impl = impl_.get()] { return impl->why(); });
}
const std::optional<ReadFailure>& Archive::failure() const { return impl_->failure(); }

}  // namespace onrecord
