#include "onrecord/input/rule_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <string_view>
#include <system_error>

#include "onrecord/base/byte_order_mark.h"
#include "onrecord/unpack/byte_source.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_bytes = 64U << 20U;
using FilesByPath = std::map<std::string, std::string>;

Diagnostic unreadable(const std::string& path, std::string message) {
  Diagnostic diagnostic;
  diagnostic.file = path;
  diagnostic.message = std::move(message);
  return diagnostic;
}

bool is_rule_file(const fs::path& path) {
  constexpr std::array<std::string_view, 3> suffixes = {".toml", ".txt", ".tsv"};
  return std::find(suffixes.begin(), suffixes.end(), path.extension().native()) != suffixes.end();
}

void read_file(const fs::path& path, const std::string& name, FilesByPath& files, Diagnostics& diagnostics) {
  std::optional<ByteSource> bytes = ByteSource::open(path.native());
  std::string text;
  if (!bytes || bytes->read_all(text, most_bytes) != ByteSource::Outcome::done) {
    const bool is_too_long = text.size() > most_bytes;
    diagnostics.add(unreadable(path.native(), std::string("cannot read this rule file: ") + (is_too_long ? "it is larger than 64 MB" : std::strerror(errno))));
  } else {
    files[name] = without_byte_order_mark(text);
  }
}

/// Whether `folder` is a link to a folder that it stands in: to follow it would never end.
bool leads_back(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_symlink(folder, error)) return false;
  const std::string target = (fs::canonical(folder, error) / "").native();
  return !error && (fs::canonical(folder.parent_path().empty() ? "." : folder.parent_path(), error) / "").native().starts_with(target);
}

/// Reads the rule files in `folder` and below; their names begin with `prefix`.
void read_folder(const fs::path& folder, const std::string& prefix, FilesByPath& files, Diagnostics& diagnostics) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().native();
    std::error_code ignored;
    if (name.starts_with('.')) continue;
    if (entry->is_directory(ignored)) {
      if (!leads_back(entry->path())) read_folder(entry->path(), prefix + name + '/', files, diagnostics);
    } else if (is_rule_file(entry->path())) read_file(entry->path(), prefix + name, files, diagnostics);
  }
  if (error) diagnostics.add(unreadable(folder.native(), "cannot read this rule folder: " + error.message()));
}

/// A single file may name word lists in the folders beside it.
void read_single(const fs::path& path, FilesByPath& files, Diagnostics& diagnostics) {
  FilesByPath beside;
  Diagnostics ignored;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code error;
  for (fs::directory_iterator entry(folder / "lexicon", error), end; !error && entry != end; entry.increment(error))
    if (is_rule_file(entry->path())) read_file(entry->path(), "lexicon/" + entry->path().filename().native(), beside, ignored);
  files.merge(beside);
  read_file(path, path.filename().native(), files, diagnostics);
}

}  // namespace

std::optional<std::vector<RuleFile>> read_rule_files(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.errors();
  FilesByPath files;
  for (const std::string& path : paths) {
    FilesByPath found;
    const std::size_t errors_so_far = diagnostics.errors();
    std::error_code error;
    if (!fs::exists(path, error)) diagnostics.add(unreadable(path, "there is no such rule file or folder"));
    else if (fs::is_directory(path, error)) read_folder(path, "", found, diagnostics);
    else if (!path.ends_with(".toml"))
      diagnostics.add(unreadable(path, "rules are read from a .toml file or from a folder of such files and their word lists"));
    else read_single(path, found, diagnostics);
    if (found.empty() && diagnostics.errors() == errors_so_far) diagnostics.add(unreadable(path, "no rule files (.toml) in this folder"));
    for (auto& [name, text] : found) files[name] = std::move(text);
  }
  if (diagnostics.errors() > errors_before) return std::nullopt;
  std::vector<RuleFile> sorted;
  for (auto& [path, text] : files) sorted.push_back({path, std::move(text)});
  return sorted;
}

void add_rule_files(std::vector<RuleFile>& files, std::vector<RuleFile> added) {
  for (RuleFile& file : added) {
    file.added = true;
    const auto has_its_path = [&file](const RuleFile& other) { return other.path == file.path; };
    const auto found = std::find_if(files.begin(), files.end(), has_its_path);
    if (found != files.end()) *found = std::move(file);
    else files.push_back(std::move(file));
  }
}

}  // namespace onrecord
