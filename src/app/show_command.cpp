#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "onrecord/app/command.h"
#include "onrecord/app/extract_run.h"
#include "onrecord/app/option_values.h"
#include "onrecord/app/pager.h"
#include "onrecord/app/report_options.h"
#include "onrecord/app/show_options.h"
#include "onrecord/output/terminal_view.h"

namespace onrecord {
namespace {

constexpr std::size_t widest = 100;  // longer lines are hard to read

constexpr const char* footer = R"(The text of each article, with quotes and claims in the colors of their speakers and behind each the
number of who says it ("writer": the article itself, "?": nobody is known to) and the status of a
claim: possible, predicted, conditional, requested, denied, negated. Claims and records of kinds of
your own are underlined; without colors they stand between braces. Below the text stand the speakers by number. On a terminal it goes
through a pager: PAGER, else less. 'onrecord extract --format html' makes the same as a page.

Examples
  onrecord show article.txt
  onrecord show --type quote news/
  onrecord show --rules my-rules/ article.txt)";

/// Of the terminal that standard output is; 0: it is none.
std::size_t terminal_width() {
  winsize size{};
  return isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

int run(ShowArguments& arguments) {
  const TerminalOptions options{is_colored(arguments.color), arguments.width.value_or(std::min(widest, terminal_width()))};
  arguments.extract.progress = "none";  // it would be written into the text
  if (!arguments.has_no_pager) page_standard_output();
  return run_extract(arguments.extract, [&](const RuleSet&) { return std::make_unique<TerminalWriter>(arguments.extract.format.kinds, options); });
}

}  // namespace

void add_show_options(CLI::App& app, ShowArguments& arguments) {
  add_input_options(app, arguments.extract.input);
  app.add_option("--type", arguments.extract.format.kinds, "Mark only these kinds of records, for instance quote,claim")
      ->type_name("KINDS")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_flag("--terms", arguments.extract.pipeline.extract.terms, "Also mark quotes of kind term: coinages, titles, scare quotes");
  app.add_option("--width", arguments.width, "Characters a line; 0: lines are not broken. Default: those of the\nterminal, at most 100")
      ->check(problem_with_count)
      ->type_name("N")
      ->take_last();
  add_color_option(app, arguments.color);
  app.add_flag("--no-pager", arguments.has_no_pager, "Write to the terminal itself");
  add_rule_options(app, arguments.extract.rules);
}

/// The options are put together when the command line comes to them: it takes a twentieth of a short run.
Command add_show_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("show", "Show articles with who said what marked in their text");
  app->footer(footer);
  const auto arguments = std::make_shared<ShowArguments>();
  app->preparse_callback([app, arguments](std::size_t) { add_show_options(*app, *arguments); });
  return {app, [arguments] { return run(*arguments); }};
}

}  // namespace onrecord
