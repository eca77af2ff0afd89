#include "onrecord/input/rule_revisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "onrecord/base/byte_order_mark.h"
#include "onrecord/base/utf8.h"
#include "onrecord/input/child_process.h"
#include "onrecord/input/embedded_rules.h"
#include "onrecord/input/rule_files.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

/// A folder of a repository at a revision.
struct Revision {
  std::string repository;  ///< top of its working tree
  std::string commit;
  std::string folder;  ///< relative to the top; "" is the top
};

bool holds_rules(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".toml") return true;
  return false;
}

void report(const std::string& name, std::string message, Diagnostics& diagnostics) {
  Diagnostic diagnostic;
  diagnostic.file = name;
  diagnostic.message = std::move(message);
  diagnostics.add(std::move(diagnostic));
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// What git says, or none with its own complaint reported under `name`.
std::optional<std::string> git(const std::string& folder, std::vector<std::string> words, const std::string& name, Diagnostics& diagnostics) {
  words.insert(words.begin(), {"git", "-C", folder});
  const std::optional<ChildOutcome> outcome = run_program(words);
  if (!outcome) {
    report(name, "neither a file nor a folder, and git, which would know a revision of this name, cannot be run", diagnostics);
    return std::nullopt;
  }
  if (outcome->exit_code == 0) return outcome->output;
  report(name, fmt::format("neither a file or folder of rules nor a git revision: {}", first_line(outcome->errors)), diagnostics);
  return std::nullopt;
}

/// Where `folder` is below the top of its repository.
std::optional<std::string> place_in(const std::string& repository, const std::string& folder) {
  std::error_code error;
  const fs::path relative = fs::relative(folder, repository, error);
  if (error || relative.empty() || relative.native().starts_with("..")) return std::nullopt;
  return relative == "." ? std::string() : relative.generic_string();
}

std::optional<Revision> find_revision(const std::string& name, const std::string& beside, Diagnostics& diagnostics) {
  const std::size_t colon = name.find(':');
  const std::string commit = name.substr(0, colon);
  const std::string near = rule_folder_of(beside);
  if (commit.empty() || commit.starts_with('-')) {
    report(name, "there is no such rule file or folder", diagnostics);
    return std::nullopt;
  }
  const auto top = git(near.empty() ? "." : near, {"rev-parse", "--show-toplevel"}, name, diagnostics);
  if (!top) return std::nullopt;
  Revision revision{first_line(*top), commit, "rules"};
  if (colon != std::string::npos) revision.folder = name.substr(colon + 1);
  else if (const auto place = near.empty() ? std::nullopt : place_in(revision.repository, near)) revision.folder = *place;
  while (revision.folder.ends_with('/')) revision.folder.pop_back();
  if (revision.folder == ".") revision.folder.clear();
  return revision;
}

bool is_rule_file(std::string_view path) {
  const bool hidden = path.starts_with('.') || path.find("/.") != std::string_view::npos;
  return !hidden && (path.ends_with(".toml") || path.ends_with(".txt") || path.ends_with(".tsv"));
}

/// Reads the blobs of the tree one by one: nothing is checked out, and attributes of the repository change nothing.
std::optional<std::vector<RuleFile>> read_revision(const Revision& revision, const std::string& name, Diagnostics& diagnostics) {
  const std::string tree = fmt::format("{}:{}", revision.commit, revision.folder);
  const auto listed = git(revision.repository, {"ls-tree", "-r", "-z", tree}, name, diagnostics);
  if (!listed) return std::nullopt;
  std::vector<RuleFile> files;
  for (std::string_view rest = *listed; !rest.empty();) {
    const std::string_view entry = rest.substr(0, rest.find('\0'));  // mode SP "blob" SP object TAB path
    rest.remove_prefix(std::min(entry.size() + 1, rest.size()));
    const std::size_t tab = entry.find('\t'), kind = entry.find(" blob ");
    if (tab == std::string_view::npos || kind == std::string_view::npos || !is_rule_file(entry.substr(tab + 1))) continue;
    auto text = git(revision.repository, {"cat-file", "blob", std::string(entry.substr(kind + 6, tab - kind - 6))}, name, diagnostics);
    if (!text) return std::nullopt;
    if (!is_valid_utf8(*text)) {
      report(fmt::format("{}/{}", name, entry.substr(tab + 1)), "this rule file is not UTF-8", diagnostics);
      return std::nullopt;
    }
    files.push_back({std::string(entry.substr(tab + 1)), std::string(without_byte_order_mark(*text))});
  }
  if (files.empty()) report(name, fmt::format("no rule files in '{}' at this revision", revision.folder), diagnostics);
  std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; });
  return files.empty() ? std::nullopt : std::optional(std::move(files));
}

}  // namespace

std::string rule_folder_of(const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {};
  if (holds_rules(path)) return path;
  const fs::path below = fs::path(path) / "rules";
  return holds_rules(below) ? below.string() : std::string();
}

std::optional<std::vector<RuleFile>> read_rules_named(const std::string& name, const std::string& beside, Diagnostics& diagnostics) {
  std::error_code error;
  if (name == "standard" && !fs::exists(name, error)) return embedded_rules();
  if (const std::string folder = rule_folder_of(name); !folder.empty()) return read_rule_files({folder}, diagnostics);
  if (fs::exists(name, error)) return read_rule_files({name}, diagnostics);
  if (name.find(':') == std::string::npos && fs::is_regular_file(beside, error)) return read_rules_at(name, beside, diagnostics);
  const std::optional<Revision> revision = find_revision(name, beside, diagnostics);
  return revision ? read_revision(*revision, name, diagnostics) : std::nullopt;
}

std::optional<std::vector<RuleFile>> read_rules_at(const std::string& revision, const std::string& path, Diagnostics& diagnostics) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return read_rules_named(revision, path, diagnostics);
  const std::string name = fs::path(path).filename().native();
  const fs::path folder = fs::path(path).parent_path();
  auto files = read_rules_named(revision, folder.empty() ? "." : folder.native(), diagnostics);
  if (files) std::erase_if(*files, [&](const RuleFile& file) { return file.path != name && !file.path.starts_with("lexicon/"); });
  return files;
}

std::string rule_file_of(const std::string& name, const std::string& file) {
  std::error_code error;
  if (const std::string folder = rule_folder_of(name); !folder.empty()) return (fs::path(folder) / file).lexically_normal().native();
  if (!fs::is_regular_file(name, error)) return {};
  return (fs::path(name).parent_path() / file).native();
}

}  // namespace onrecord
