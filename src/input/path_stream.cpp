#include "onrecord/input/path_stream.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <functional>
#include <string_view>

namespace onrecord {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> text_suffixes = {".txt", ".md", ".text"};
constexpr std::array<std::string_view, 2> jsonl_suffixes = {".jsonl", ".ndjson"};

std::string suffix_of(const std::string& path) {
  std::string suffix = fs::path(path).extension().string();
  for (char& c : suffix)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return suffix;
}

bool has_suffix_of(const std::string& path, InputFormat format) {
  const auto is_among = [suffix = suffix_of(path)](const auto& suffixes) {
    return std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
  };
  return (format != InputFormat::jsonl && is_among(text_suffixes)) ||
         (format != InputFormat::text && is_among(jsonl_suffixes));
}

bool is_article_or_folder(const fs::directory_entry& entry, InputFormat format) {
  if (entry.path().filename().native().starts_with('.')) return false;
  std::error_code error;
  const fs::file_status status = entry.symlink_status(error);
  if (error) return false;
  return fs::is_directory(status) || (fs::is_regular_file(status) && has_suffix_of(entry.path().native(), format));
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::string_view code_of(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR: return "not_found";
    case EACCES:
    case EPERM: return "no_permission";
    default: return "read_failed";
  }
}

}  // namespace

InputFormat format_of(const std::string& path, const InputOptions& options) {
  if (options.format != InputFormat::automatic) return options.format;
  const bool names_fields = options.text_field || options.id_field;
  if (path == "-") return names_fields ? InputFormat::jsonl : InputFormat::text;
  return has_suffix_of(path, InputFormat::jsonl) ? InputFormat::jsonl : InputFormat::text;
}

InputFailure system_failure(const std::string& path, int error_number) {
  std::string message = std::strerror(error_number);
  if (!message.empty() && message[0] >= 'A' && message[0] <= 'Z') message[0] = static_cast<char>(message[0] - 'A' + 'a');
  return {path, path, std::string(code_of(error_number)), message, 0};
}

std::optional<PathStream::Found> PathStream::next() {
  while (true) {
    if (!pending_.empty()) {
      if (auto found = take_pending()) return found;
    } else if (!folder_.empty()) {
      return InputWarning{std::exchange(folder_, {}), "no articles in this folder (.txt, .text, .md, .jsonl or .ndjson)"};
    } else if (argument_ < options_.paths.size()) {
      if (auto found = look_at(options_.paths[argument_++])) return found;
    } else if (options_.list) {
      if (auto found = next_listed()) return found;
    } else {
      return std::nullopt;
    }
  }
}

/// One name of the list. Forgets the list at its end.
std::optional<PathStream::Found> PathStream::next_listed() {
  if (!list_) {
    list_ = *options_.list == "-" ? ByteSource::standard_input() : ByteSource::open(*options_.list);
    if (!list_) return system_failure(*std::exchange(options_.list, std::nullopt), errno);
  }
  std::string name;
  const auto outcome = list_->read_line(name, options_.list_ends_in_null ? '\0' : '\n', 1U << 16U);
  if (outcome == ByteSource::Outcome::failed) return system_failure(*std::exchange(options_.list, std::nullopt), errno);
  if (outcome == ByteSource::Outcome::at_end) options_.list.reset();
  if (outcome == ByteSource::Outcome::too_long) 
    return InputFailure{*options_.list, *options_.list, "read_failed", "a name in this list is too long for a path", 0};
  if (!options_.list_ends_in_null && name.ends_with('\r')) name.pop_back();
  if (name.empty()) return std::nullopt;
  return look_at(name);
}

/// A file is found; a folder is opened, so that its files come next.
std::optional<PathStream::Found> PathStream::look_at(const std::string& path) {
  if (path == "-" || !is_folder(path)) return FoundFile{path};
  folder_ = path;
  if (auto failure = open_folder(path)) return *std::move(failure);
  return std::nullopt;
}

std::optional<PathStream::Found> PathStream::take_pending() {
  const std::string path = std::move(pending_.back());
  pending_.pop_back();
  if (is_folder(path)) {
    if (auto failure = open_folder(path)) return *std::move(failure);
    return std::nullopt;
  }
  folder_.clear();
  return FoundFile{path};
}

std::optional<InputFailure> PathStream::open_folder(const std::string& path) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
    if (is_article_or_folder(*entry, options_.format)) names.push_back(entry->path().filename().native());
  if (error) {
    folder_.clear();
    return system_failure(path, error.value());
  }
  std::sort(names.begin(), names.end(), std::greater<>());
  for (const std::string& name : names) pending_.push_back(path.ends_with('/') ? path + name : path + '/' + name);
  return std::nullopt;
}

}  // namespace onrecord
