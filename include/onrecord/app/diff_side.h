#pragma once

#include <optional>
#include <string>
#include <vector>

#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// One of two rule sets that are compared.
struct DiffSide {
  std::string name;    ///< a folder or file, "standard", or a git revision
  std::string beside;  ///< that of the other side: what a revision without a folder is taken of
  std::string on;      ///< rules to which those of `name` are added; empty: none
};

/// Shows what is wrong, by the names under which the user knows the files. None where they do not load.
std::optional<RuleSet> load_side(const DiffSide& side);

/// The path of a rule file of the side, which was loaded from `files`; empty: it is on no disk.
std::string path_in_side(const DiffSide& side, const std::string& file, const std::vector<RuleFile>& files);

}  // namespace onrecord
