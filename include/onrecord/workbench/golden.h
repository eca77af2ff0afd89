#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/report/report.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// Where golden articles and the records accepted of them stand.
struct GoldenFolders {
  std::filesystem::path accepted;  ///< NAME.ndjson
  std::filesystem::path articles;  ///< NAME.txt, NAME.md; a README is none
  std::filesystem::path project;   ///< documents are called by their place below it
};

/// `accepted` is the folder with the records. The articles stand beside them; where there is none, in the folder `examples`
/// of the project, which is two folders above.
GoldenFolders golden_folders(const std::filesystem::path& accepted);

/// One test for each article and for each file of records without one: "golden NAME". All records of the whole pipeline are
/// compared, quotes of kind term too; the digest of the rules is left out, as it changes with each of them. `update` writes
/// what is seen instead; what cannot be written is reported. `selects`: by "golden/NAME".
std::vector<TestResult> run_golden_tests(const RuleSet& rules, const GoldenFolders& folders, bool update,
                                         const std::function<bool(const std::string&)>& selects, Diagnostics& diagnostics);

}  // namespace onrecord
