#pragma once

#include <optional>
#include <string>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_set.h"

namespace CLI {
class App;
}

namespace onrecord {

/// Which rules are in force.
struct RuleOptions {
  std::vector<std::string> replacing;  ///< files and folders in the place of the standard rules
  std::vector<std::string> added;      ///< files and folders besides
};

/// Adds `--rules` and `--add-rules`.
void add_rule_options(CLI::App& app, RuleOptions& options);

/// The files of the rules in force: those of `--rules`, else of ONRECORD_RULES, else the standard ones; then the added
/// ones, of which one takes the place of a file of the same name.
std::optional<std::vector<RuleFile>> rule_files_in_force(const RuleOptions& options, Diagnostics& diagnostics);

/// What stood at a git revision in the place of those files, the built-in ones as they are. Without options: in the folder `rules`.
std::optional<std::vector<RuleFile>> rule_files_at(const std::string& revision, const RuleOptions& options, Diagnostics& diagnostics);

/// Whether the rule file `path` is a built-in one, and not one of the user's.
bool is_built_in(const RuleOptions& options, const std::string& path);

/// The name under which the user knows the rule file that is called `path` by its place in the rule folder.
std::string name_as_given(const RuleOptions& options, const std::string& path);

/// When to tell which built-in files others took the place of.
enum class ReplacedFiles { if_errors, always };

/// Gives the files of all diagnostics those names, and tells which built-in files others took the place of. What other built-in files lack
/// then is left out: it is no mistake of theirs.
void name_files_as_given(const RuleOptions& options, Diagnostics& diagnostics, ReplacedFiles when = ReplacedFiles::if_errors);

/// Loads the rules in force and shows what is wrong with them. None where they do not load.
std::optional<RuleSet> load_rules_in_force(const RuleOptions& options);

}  // namespace onrecord
