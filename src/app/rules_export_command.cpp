#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/pipeline/output_file.h"

namespace onrecord {
namespace {

namespace fs = std::filesystem;

struct RulesExportOptions {
  RuleOptions rules;
  std::string folder;
  bool overwrite = false;
};

bool write_file(const fs::path& path, const std::string& text, Diagnostics& diagnostics) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::optional<OutputFile> output = OutputFile::open(path.native(), diagnostics);
  return output && output->write(text, diagnostics) && output->finish(diagnostics);
}

int export_rules(const RulesExportOptions& options) {
  Diagnostics diagnostics;
  const std::optional<std::vector<RuleFile>> files = rule_files_in_force(options.rules, diagnostics);
  if (!files) {
    show(diagnostics);
    return exit_rules;
  }
  std::error_code error;
  if (!options.overwrite && fs::exists(options.folder, error) && !fs::is_empty(options.folder, error)) {
    return usage_error(fmt::format("'{}' is not empty; give a new folder, or --overwrite", options.folder));
  }
  bool written = true;
  for (const RuleFile& file : *files) written = write_file(fs::path(options.folder) / file.path, file.text, diagnostics) && written;
  show(diagnostics);
  return written ? exit_done : exit_output;
}

}  // namespace

Command add_rules_export_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("export", "Write the rules in force to a folder, to start from or to look at");
  app->footer("'onrecord --rules FOLDER …' then uses that folder instead of the built-in rules.");
  const auto options = std::make_shared<RulesExportOptions>();
  app->add_option("FOLDER", options->folder, "A new or empty folder")->required()->type_name("");
  app->add_flag("--overwrite", options->overwrite, "Write into a folder that is not empty; files of the same names are replaced");
  add_rule_options(*app, options->rules);
  return {app, [options] { return export_rules(*options); }};
}

}  // namespace onrecord
