#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/report/report.h"

namespace CLI {
class App;
}

namespace onrecord {

/// A form in which only some commands write: its name and what writes it.
struct FurtherForm {
  std::string name;                    ///< "markdown"
  std::function<std::string()> write;  ///< gives all of its text
};

/// In which forms a judging command reports, and where to.
struct ReportOptions {
  std::string format = "text";                               ///< of standard output
  std::vector<std::pair<std::string, std::string>> outputs;  ///< form and file of each `--output`
  std::string color = "auto";                                ///< auto, always, never
};

/// Adds `--format`, `--output FORMAT=FILE` (repeatable) and `--color`. `further_forms` are names of forms besides those of
/// `report_format_names`.
void add_report_options(CLI::App& app, ReportOptions& options, const std::vector<std::string>& further_forms = {});

/// Adds `--color`, which sets `color` to auto, always or never; until then it holds the default. It must outlive the parsing.
void add_color_option(CLI::App& app, std::string& color);

/// Writes the report to standard output in the form of `--format`, and to the file of each `--output`. Fills in the
/// program's version. Returns the exit code: done, or that of a failed output, which is reported.
int write_report(Report report, const ReportOptions& options, const std::vector<FurtherForm>& further_forms = {});

/// Whether what goes to standard output is to be colored: as `--color` says; with `auto`, where it is a terminal and
/// neither NO_COLOR nor TERM=dumb is set.
bool is_colored(const std::string& color);

}  // namespace onrecord
