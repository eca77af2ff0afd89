#pragma once

#include <optional>
#include <string>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"

namespace onrecord {

/// Reads the rules that `name` stands for: a folder of rules or a file; a folder that has them in its folder `rules`;
/// "standard": those built into the program; else a git revision, `REVISION` or `REVISION:FOLDER`. Without a folder the one
/// that `beside` is in its repository is taken, where `beside` is a folder of rules, or the file of that name where it is a file; else `rules` at the top of
/// the repository of the working folder. What cannot be read is reported.
std::optional<std::vector<RuleFile>> read_rules_named(const std::string& name, const std::string& beside, Diagnostics& diagnostics);

/// What stood at a git revision where `path`, a file or folder of rules, stands today.
std::optional<std::vector<RuleFile>> read_rules_at(const std::string& revision, const std::string& path, Diagnostics& diagnostics);

/// Where the file `file` of the rules that `name` stands for is on disk; empty for those of a revision and the built-in ones.
std::string rule_file_of(const std::string& name, const std::string& file);

/// The folder of rules that `path` means: itself, or its folder `rules` where only that one has rules. Empty: it has none.
std::string rule_folder_of(const std::string& path);

}  // namespace onrecord
