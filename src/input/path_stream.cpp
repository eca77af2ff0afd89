#include "onrecord/input/path_stream.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>

#include "onrecord/input/content_reader.h"
#include "onrecord/input/failures.h"
#include "onrecord/input/format.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

bool is_article_or_folder(const fs::directory_entry& entry, const InputOptions& options) {
  if (entry.path().filename().native().starts_with('.')) return false;
  std::error_code error;
  const fs::file_status status = entry.symlink_status(error);
  if (error) return false;
  return fs::is_directory(status) || (fs::is_regular_file(status) && has_known_name(entry.path().native(), options));
}

/// What there is at `path`; none: a folder. What cannot be looked at is a file, and opening it will tell why.
std::optional<FoundFile> file_at(const std::string& path) {
  FoundFile file{path};
  struct stat status {};
  if (path == "-" || stat(path.c_str(), &status) != 0) return file;
  if (S_ISDIR(status.st_mode)) return std::nullopt;
  file.is_regular = S_ISREG(status.st_mode);
  file.size = file.is_regular ? static_cast<std::uint64_t>(status.st_size) : 0;
  file.changed_at = status.st_mtim.tv_sec * std::int64_t{1'000'000'000} + status.st_mtim.tv_nsec;
  return file;
}

}  // namespace

std::optional<PathStream::Found> PathStream::next() {
  while (true) {
    if (!pending_.empty()) {
      if (auto found = take_pending()) return found;
    } else if (!folder_.empty()) {
      return InputWarning{std::exchange(folder_, {}), std::exchange(has_records_, false) ? "no articles in this folder, only records of an earlier run"
                                                                                         : "no articles in this folder: no file in it has a known suffix"};
    } else if (argument_ < options_.paths.size()) {
      if (auto found = look_at(options_.paths[argument_++])) return found;
    } else if (options_.list) {
      if (auto found = next_listed()) return found;
    } else {
      return std::nullopt;
    }
  }
}

bool PathStream::is_ready() {
  if (!pending_.empty() || !folder_.empty() || argument_ < options_.paths.size()) return true;
  return list_ ? list_->has_line(options_.list_ends_in_null ? '\0' : '\n') : !options_.list;
}

/// Read again, records would become articles, and a file that grows as it is read would have no end.
bool PathStream::is_output(const std::string& path) const {
  if (options_.outputs.empty()) return false;
  const auto identity = identity_of(path);
  return identity && std::find(options_.outputs.begin(), options_.outputs.end(), *identity) != options_.outputs.end();
}

/// One name of the list. Forgets the list at its end.
std::optional<PathStream::Found> PathStream::next_listed() {
  if (!list_) {
    list_ = ByteSource::open(*options_.list, options_.stop_descriptor);
    if (!list_) return system_failure(*std::exchange(options_.list, std::nullopt), errno);
  }
  std::string name;
  const auto outcome = list_->read_line(name, options_.list_ends_in_null ? '\0' : '\n', 1U << 16U);
  if (outcome == ByteSource::Outcome::failed) { return read_failure(*std::exchange(options_.list, std::nullopt), list_->failure()); }
  if (outcome == ByteSource::Outcome::too_long) return read_failure(*options_.list, {"read_failed", "a name in this list is too long for a path"});
  if (outcome != ByteSource::Outcome::done) options_.list.reset();
  if (!options_.list_ends_in_null && name.ends_with('\r')) name.pop_back();
  if (name.empty()) return std::nullopt;
  return look_at(name);
}

/// A file is found; a folder is opened, so that its files come next.
std::optional<PathStream::Found> PathStream::look_at(const std::string& path) {
  if (is_output(path)) return read_failure(path, {"read_failed", "the output goes to it, so it is not read"});
  if (std::optional<FoundFile> file = file_at(path)) return *std::move(file);
  folder_ = path;
  if (auto failure = open_folder(path)) return *std::move(failure);
  return std::nullopt;
}

std::optional<PathStream::Found> PathStream::take_pending() {
  const std::string path = std::move(pending_.back());
  pending_.pop_back();
  if (is_output(path)) return std::nullopt;
  if (std::optional<FoundFile> file = file_at(path)) {
    if (file->is_regular && holds_own_records(path, options_)) {
      has_records_ = true;
      return std::nullopt;
    }
    folder_.clear();
    return *std::move(file);
  }
  if (auto failure = open_folder(path)) return *std::move(failure);
  return std::nullopt;
}

std::optional<InputFailure> PathStream::open_folder(const std::string& path) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
    if (is_article_or_folder(*entry, options_)) names.push_back(entry->path().filename().native());
  if (error) {
    folder_.clear();
    return system_failure(path, error.value());
  }
  std::sort(names.begin(), names.end(), std::greater<>());
  for (const std::string& name : names) pending_.push_back(path.ends_with('/') ? path + name : path + '/' + name);
  return std::nullopt;
}

}  // namespace onrecord
