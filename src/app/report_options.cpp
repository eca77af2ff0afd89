#include "onrecord/app/report_options.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/pipeline/output_file.h"

namespace onrecord {
namespace {

using Names = std::vector<std::string>;

/// "json=FILE" as a form and a file; the message of the command line's parser where it is none.
std::string read_output(const std::string& text, const Names& forms, ReportOptions& options) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals + 1 == text.size()) return fmt::format("--output: '{}' is not FORMAT=FILE", text);
  const std::string form = text.substr(0, equals);
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) {
    const std::string near = nearest(form, forms);
    return fmt::format("--output: there is no format '{}'{}", form,
                       near.empty() ? fmt::format(", only {}", fmt::join(forms, ", ")) : fmt::format("; did you mean '{}'?", near));
  }
  options.outputs.emplace_back(form, text.substr(equals + 1));
  return {};
}

std::string in_form(const Report& report, const std::string& form, bool colored, const std::vector<FurtherForm>& further) {
  const Names& names = report_format_names();
  const auto known = std::find(names.begin(), names.end(), form);
  if (known != names.end()) return written(report, static_cast<ReportFormat>(known - names.begin()), colored);
  return std::find_if(further.begin(), further.end(), [&](const FurtherForm& f) { return f.name == form; })->write();
}

bool write_file(const std::string& path, const std::string& text, Diagnostics& diagnostics) {
  std::optional<OutputFile> output = OutputFile::open(path, diagnostics);
  return output && output->write(text, diagnostics) && output->finish(diagnostics);
}

}  // namespace

void add_report_options(CLI::App& app, ReportOptions& options, const std::vector<std::string>& further_forms) {
  Names forms = report_format_names();
  forms.insert(forms.end(), further_forms.begin(), further_forms.end());
  app.add_option("--format", options.format, fmt::format("What to write to standard output: {}", fmt::join(forms, ", ")))
      ->type_name("FORMAT")
      ->capture_default_str()
      ->check(CLI::IsMember(forms));
  app.add_option_function<Names>(
         "--output",
         [&options, forms](const Names& texts) {
           for (const std::string& text : texts) {
             if (const std::string problem = read_output(text, forms, options); !problem.empty()) throw CLI::ValidationError(problem);
           }
         },
         "Write the same in another format to a file, too; may be repeated")
      ->type_name("FORMAT=FILE")
      ->allow_extra_args(false);
  add_color_option(app, options.color);
}

void add_color_option(CLI::App& app, std::string& color) {
  app.add_option("--color", color, "Colors in text: auto (on a terminal, unless NO_COLOR is set), always, never")
      ->type_name("WHEN")
      ->capture_default_str()
      ->check(CLI::IsMember(Names{"auto", "always", "never"}));
}

int write_report(Report report, const ReportOptions& options, const std::vector<FurtherForm>& further_forms) {
  report.version = ONRECORD_VERSION;
  Diagnostics diagnostics;
  bool files_written = true;
  for (const auto& [form, path] : options.outputs) {
    files_written = write_file(path, in_form(report, form, false, further_forms), diagnostics) && files_written;
  }
  show(diagnostics);
  const int printed = print_to_standard_output(in_form(report, options.format, is_colored(options.color), further_forms));
  return files_written ? printed : exit_output;
}

bool is_colored(const std::string& color) {
  if (color != "auto") return color == "always";
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool refused = (no_color != nullptr && *no_color != '\0') || terminal == nullptr || std::string_view(terminal) == "dumb";
  return !refused && isatty(STDOUT_FILENO) != 0;
}

}  // namespace onrecord
