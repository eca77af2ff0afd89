#include "onrecord/app/diff_side.h"

#include <algorithm>
#include <utility>

#include "onrecord/app/messages.h"
#include "onrecord/input/embedded_rules.h"
#include "onrecord/input/rule_files.h"
#include "onrecord/input/rule_revisions.h"

namespace onrecord {
namespace {

std::optional<std::vector<RuleFile>> read_side(const DiffSide& side, Diagnostics& diagnostics) {
  if (side.on.empty() || side.on == side.name) return read_rules_named(side.name, side.beside, diagnostics);
  std::optional<std::vector<RuleFile>> files = read_rules_named(side.on, side.beside, diagnostics);
  std::optional<std::vector<RuleFile>> added = read_rules_named(side.name, side.beside, diagnostics);
  if (!files || !added) return std::nullopt;
  add_rule_files(*files, *std::move(added));
  return files;
}

/// Where the file comes from: from the side itself, or from what it is added to.
const std::string& origin_of(const DiffSide& side, const std::string& file, const std::vector<RuleFile>& files) {
  const auto read = std::find_if(files.begin(), files.end(), [&](const RuleFile& other) { return other.path == file; });
  return side.on.empty() || (read != files.end() && read->added) ? side.name : side.on;
}

/// Its path, or, where it is on no disk, its place below the name of where it comes from.
std::string file_as_given(const DiffSide& side, const std::string& file, const std::vector<RuleFile>& files) {
  const std::string path = path_in_side(side, file, files);
  return path.empty() ? origin_of(side, file, files) + "/" + file : path;
}

}  // namespace

std::string path_in_side(const DiffSide& side, const std::string& file, const std::vector<RuleFile>& files) {
  return rule_file_of(origin_of(side, file, files), file);
}

std::optional<RuleSet> load_side(const DiffSide& side) {
  Diagnostics diagnostics;
  std::optional<RuleSet> rules;
  if (const auto files = read_side(side, diagnostics)) {
    Diagnostics found;
    rules = load_rules(*files, found);
    for (Diagnostic item : found.items()) {
      item.file = file_as_given(side, item.file, *files);
      for (Note& note : item.notes) note.file = file_as_given(side, note.file, *files);
      diagnostics.add(std::move(item));
    }
  }
  diagnostics.sort_by_place();
  show(diagnostics);
  return rules;
}

}  // namespace onrecord
