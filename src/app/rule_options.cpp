#include "onrecord/app/rule_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "onrecord/app/messages.h"
#include "onrecord/input/embedded_rules.h"
#include "onrecord/input/rule_files.h"
#include "onrecord/input/rule_revisions.h"

namespace onrecord {
namespace {

constexpr const char* rules_variable = "ONRECORD_RULES";

std::vector<std::string> replacing_paths(const RuleOptions& options) {
  if (!options.replacing.empty()) return options.replacing;
  const char* variable = std::getenv(rules_variable);
  if (variable != nullptr && *variable != '\0') return {variable};
  return {};
}

/// Built-in rule files whose names files of the user have.
std::vector<std::string> replaced_files(const RuleOptions& options) {
  std::vector<std::string> replaced;
  if (!replacing_paths(options).empty()) return replaced;
  for (const RuleFile& file : embedded_rules()) {
    if (file.path.ends_with(".toml") && !is_built_in(options, file.path)) replaced.push_back(file.path);
  }
  return replaced;
}

/// A file that happens to be called as a built-in one takes its rules away. What lacks them then, in other built-in files, is no clue to that:
/// it is counted, and the file is reported.
void tell_replaced_files(const RuleOptions& options, ReplacedFiles when, Diagnostics& diagnostics) {
  const std::vector<std::string> replaced = replaced_files(options);
  if (replaced.empty() || (when == ReplacedFiles::if_errors && !diagnostics.has_errors())) return;
  Diagnostics kept;
  std::size_t left_out = 0;
  for (const Diagnostic& item : diagnostics.items()) {
    const bool is_consequence = item.severity == Severity::error && !item.code.empty() && is_built_in(options, item.file);
    if (is_consequence) ++left_out;
    else kept.add(item);
  }
  for (const std::string& path : replaced) {
    Diagnostic item;
    item.severity = left_out > 0 ? Severity::error : Severity::note;
    item.file = path;
    item.message = fmt::format("this file takes the place of the built-in '{}'", path);
    if (left_out > 0)
      item.message += fmt::format(", and what stood there is missing in {} of the others", left_out == 1 ? "one place" : fmt::format("{} places", left_out));
    item.hint = "with another name it adds to the rules";
    kept.add(std::move(item));
  }
  diagnostics = std::move(kept);
}

/// `given` itself where it is the file called `name`, the file of that name in the folder `given`, else nothing.
std::string path_below(const std::string& given, const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path base = given;
  if (base.filename() == name && fs::is_regular_file(base, error)) return given;
  const bool is_folder = fs::is_directory(base, error);
  if (!is_folder && !name.starts_with("lexicon/")) return {};  // beside a file only word lists are read
  const fs::path folder = is_folder ? base : base.parent_path();
  return fs::is_regular_file(folder / name, error) ? (folder / name).string() : std::string();
}

/// From the last to the first: a later file takes the place of an earlier one of its name.
std::string path_of(const std::vector<std::string>& given, const std::string& name) {
  std::string path;
  for (auto base = given.rbegin(); base != given.rend() && path.empty(); ++base) path = path_below(*base, name);
  return path;
}

}  // namespace

void add_rule_options(CLI::App& app, RuleOptions& options) {
  app.add_option("--rules", options.replacing,
                 "Rules in the place of the built-in ones: a folder or a .toml file;\n"
                 "may be repeated. Default: what ONRECORD_RULES names, if it is set")
      ->type_name("PATH")
      ->allow_extra_args(false);
  app.add_option("--add-rules", options.added,
                 "Further rules: a folder or a .toml file; may be repeated. A file\n"
                 "takes the place of one that has the same name")
      ->type_name("PATH")
      ->allow_extra_args(false);
}

std::optional<std::vector<RuleFile>> rule_files_in_force(const RuleOptions& options, Diagnostics& diagnostics) {
  const std::vector<std::string> replacing = replacing_paths(options);
  std::optional<std::vector<RuleFile>> files = replacing.empty() ? embedded_rules() : read_rule_files(replacing, diagnostics);
  std::optional<std::vector<RuleFile>> added = read_rule_files(options.added, diagnostics);
  if (!files || !added) return std::nullopt;
  add_rule_files(*files, *std::move(added));
  return files;
}

std::optional<std::vector<RuleFile>> rule_files_at(const std::string& revision, const RuleOptions& options, Diagnostics& diagnostics) {
  std::vector<std::string> replacing = replacing_paths(options);
  if (replacing.empty() && options.added.empty()) replacing.emplace_back("rules");
  std::vector<RuleFile> files;
  if (replacing.empty()) files = embedded_rules();
  std::vector<std::string> paths = std::move(replacing);
  paths.insert(paths.end(), options.added.begin(), options.added.end());
  for (const std::string& path : paths) {
    std::optional<std::vector<RuleFile>> found = read_rules_at(revision, path, diagnostics);
    if (!found) return std::nullopt;
    add_rule_files(files, *std::move(found));
  }
  return files;
}

bool is_built_in(const RuleOptions& options, const std::string& path) { return replacing_paths(options).empty() && path_of(options.added, path).empty(); }

std::string name_as_given(const RuleOptions& options, const std::string& path) {
  std::vector<std::string> given = replacing_paths(options);
  given.insert(given.end(), options.added.begin(), options.added.end());
  const std::string known = path_of(given, path);
  return known.empty() ? path : known;
}

void name_files_as_given(const RuleOptions& options, Diagnostics& diagnostics, ReplacedFiles when) {
  tell_replaced_files(options, when, diagnostics);
  Diagnostics named;
  for (Diagnostic item : diagnostics.items()) {
    item.file = name_as_given(options, item.file);
    for (Note& note : item.notes) note.file = name_as_given(options, note.file);
    named.add(std::move(item));
  }
  diagnostics = std::move(named);
}

std::optional<RuleSet> load_rules_in_force(const RuleOptions& options) {
  if (replacing_paths(options).empty() && options.added.empty()) return embedded_rule_set();
  Diagnostics diagnostics;
  std::optional<RuleSet> rules;
  std::optional<std::vector<RuleFile>> files = rule_files_in_force(options, diagnostics);
  if (files) {
    rules = load_rules(*std::move(files), diagnostics);
    name_files_as_given(options, diagnostics);
  }
  diagnostics.sort_by_place();
  show(diagnostics);
  return rules;
}

}  // namespace onrecord
