#pragma once

#include <optional>
#include <string>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/rules/definition.h"

namespace onrecord {

/// Reads rule files: all `.toml`, `.txt` and `.tsv` files of a folder and its subfolders, or single `.toml` files with
/// the word lists in folders beside them. A file's path is relative to its folder; where two have the same, the later
/// one replaces the earlier. What cannot be read is reported.
std::optional<std::vector<RuleFile>> read_rule_files(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// Puts each of `added` behind `files`, or in the place of the one of its name, and marks it as added.
void add_rule_files(std::vector<RuleFile>& files, std::vector<RuleFile> added);

}  // namespace onrecord
