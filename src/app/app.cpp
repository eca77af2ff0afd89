#include "onrecord/app/app.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/app/command.h"
#include "onrecord/app/exit_code.h"
#include "onrecord/app/extract_options.h"
#include "onrecord/app/messages.h"
#include "onrecord/base/ascii.h"

namespace onrecord {
namespace {

constexpr const char* description = "onrecord finds who said what in news articles, and writes it as records in JSON.";

constexpr const char* footer = R"('extract' is meant where the first word is no command: 'onrecord article.txt'.
'onrecord COMMAND --help' tells all about a command.

Exit codes
  0 done   1 the asked-for "no": a test failed   2 wrong usage   3 the rules do not load
  4 some inputs failed, the rest is done   5 the output could not be written)";

constexpr const char* short_usage =
    "usage: onrecord [extract] FILE...   records of the quotes, claims, speakers and FAQ pairs in news articles\n"
    "       onrecord --help              all commands and options\n";

/// The program's arguments without its name.
using Words = std::vector<std::string>;

bool is_command(const std::vector<Command>& commands, const std::string& word) {
  return std::any_of(commands.begin(), commands.end(), [&](const Command& command) { return command.app->get_name() == word; });
}

std::vector<std::string> command_names(const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.push_back(command.app->get_name());
  return names;
}

/// Puts in what may be left out: `extract`; and turns `help X` into `X --help`.
Words completed(Words words, const std::vector<Command>& commands) {
  static constexpr const char* of_root[] = {"-h", "--help", "--version"};
  if (!words.empty() && words[0] == "help") {
    words.erase(words.begin());
    words.emplace_back("--help");
  }
  const bool is_for_root = !words.empty() && std::find(std::begin(of_root), std::end(of_root), words[0]) != std::end(of_root);
  if (is_for_root || (!words.empty() && is_command(commands, words[0]))) return words;
  words.insert(words.begin(), "extract");
  return words;
}

/// A word that is neither a command nor a file may be a misspelt command; then the error of the missing file is not enough.
void hint_at_command(const Words& words, const std::vector<Command>& commands) {
  if (words.empty() || words[0].starts_with('-') || is_command(commands, words[0])) return;
  if (access(words[0].c_str(), F_OK) == 0) return;
  const std::string near = nearest(words[0], command_names(commands));
  if (near.empty()) return;
  Diagnostic hint;
  hint.severity = Severity::note;
  hint.file = "onrecord";
  hint.message = "'" + words[0] + "' is taken for a file; did you mean the command '" + near + "'?";
  show(hint);
}

/// A word that can be nothing but the name of a file: no option, no command, nothing that the parser would take apart.
bool is_plainly_a_file(const std::string& word) {
  const char first = word.empty() ? '-' : word[0];
  return (is_ascii_letter_or_digit(first) || first == '.' || first == '/') && word.find_first_of("./") != std::string::npos;
}

/// The number in a word like `-j1`, with which many start a process for each article; none where it is not plainly one.
std::optional<std::size_t> jobs_in(const std::string& word) {
  if (word.size() != 3 || !word.starts_with("-j") || !is_ascii_digit(word[2])) return std::nullopt;
  return static_cast<std::size_t>(word[2] - '0');
}

/// What to extract, where the words are `extract -jN FILE...`, `extract FILE...`, or files that are there, and nothing else: then no options need be
/// put together and read, which takes a tenth of the instructions of a short run.
std::optional<ExtractArguments> plain_arguments(const Words& words) {
  if (words.empty() || std::getenv("ONRECORD_JOBS") != nullptr) return std::nullopt;
  ExtractArguments arguments;
  auto first = words.begin();
  if (*first == "extract") ++first;
  else if (access(first->c_str(), F_OK) != 0) return std::nullopt;
  if (first != words.begin() && first != words.end() && (arguments.jobs = jobs_in(*first))) ++first;
  if (first == words.end() || !std::all_of(first, words.end(), is_plainly_a_file)) return std::nullopt;
  arguments.input.paths.assign(first, words.end());
  return arguments;
}

const CLI::App* deepest_parsed(const CLI::App* app) {
  while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
  return app;
}

/// The words before the name of `app` on the command line.
std::string name_before(const CLI::App& app) {
  std::string before;
  for (const CLI::App* outer = app.get_parent(); outer != nullptr; outer = outer->get_parent())
    before = outer->get_name() + (before.empty() ? "" : " ") + before;
  return before;
}

/// Names of options near to those that the message of the parser complains about.
std::string near_option(const CLI::App& app, const Words& words) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  for (const std::string& word : words) {
    const std::string name = word.substr(0, word.find('='));
    if (!name.starts_with("--") || name.size() < 4 || std::find(names.begin(), names.end(), name) != names.end()) continue;
    if (std::string near = nearest(name, names); !near.empty()) return near;
  }
  return {};
}

/// The word that stands where `app` wants a command, if one does; empty: none.
std::string word_for_command(const CLI::App& app, const Words& words) {
  const auto name = std::find(words.begin(), words.end(), app.get_name());
  return name == words.end() || name + 1 == words.end() || (name + 1)->starts_with('-') ? std::string() : *(name + 1);
}

std::string unknown_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) names.push_back(command->get_name());
  const std::string near = nearest(word, names);
  return "there is no command '" + app.get_name() + ' ' + word + '\'' + (near.empty() ? "" : ", did you mean '" + app.get_name() + ' ' + near + "'?");
}

/// 'rules check FOLDER' and 'rules --rules FOLDER check' are what many try first.
bool misplaces_rules(const CLI::App& app, const CLI::ParseError& error) {
  const bool is_of_rules = app.get_parent() != nullptr && app.get_parent()->get_name() == "rules";
  const bool takes_words = !app.get_options([](const CLI::Option* option) { return option->get_positional(); }).empty();
  return is_of_rules && !takes_words && error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
}

/// A file whose name the parser takes for an option; empty: none.
std::string file_like_an_option(const Words& words) {
  const auto found =
      std::find_if(words.begin(), words.end(), [](const std::string& word) { return word.size() > 1 && word[0] == '-' && access(word.c_str(), F_OK) == 0; });
  return found == words.end() ? std::string() : *found;
}

int report_parse_error(const CLI::App& root, const CLI::ParseError& error, const Words& words) {
  const CLI::App* app = deepest_parsed(&root);
  std::string message = error.what();
  while (!message.empty() && (message.back() == '\n' || message.back() == ' ')) message.pop_back();
  const bool wants_command = !app->get_subcommands([](const CLI::App*) { return true; }).empty();
  if (const std::string word = word_for_command(*app, words); wants_command && !word.empty()) message = unknown_command(*app, word);
  if (const std::string file = file_like_an_option(words); !file.empty()) message += "; the file is named './" + file + "'";
  else if (const std::string near = near_option(*app, words); !near.empty()) message += "; did you mean '" + near + "'?";
  else if (misplaces_rules(*app, error)) message += "; rules are named behind the command, with '--rules FOLDER'";
  const std::string command = app == &root ? root.get_name() : name_before(*app) + ' ' + app->get_name();
  return usage_error(message + " (see '" + command + " --help')");
}

int parse_and_run(CLI::App& root, const std::vector<Command>& commands, const Words& words) {
  Words complete = completed(words, commands);
  try {
    std::reverse(complete.begin(), complete.end());  // as the parser takes them
    root.parse(complete);
  } catch (const CLI::CallForHelp&) {
    const CLI::App* app = deepest_parsed(&root);
    return print_to_standard_output(app->help(name_before(*app)));
  } catch (const CLI::CallForVersion&) { return print_to_standard_output("onrecord " ONRECORD_VERSION "\n"); } catch (const CLI::ParseError& error) {
    return report_parse_error(root, error, words);
  }
  hint_at_command(words, commands);
  const CLI::App* chosen = root.get_subcommands().front();
  const auto is_chosen = [chosen](const Command& command) { return command.app == chosen; };
  return std::find_if(commands.begin(), commands.end(), is_chosen)->run();
}

int run_words(const Words& words) {
  if (words.empty() && isatty(STDIN_FILENO) != 0) {
    std::fputs(short_usage, stderr);
    return exit_usage;
  }
  if (std::optional<ExtractArguments> plain = plain_arguments(words)) return extract_files(*plain);
  CLI::App root(description, "onrecord");
  root.footer(footer);
  root.require_subcommand(1);
  root.set_version_flag("--version", "onrecord " ONRECORD_VERSION, "Print the version");
  root.get_formatter()->column_width(28);
  const std::vector<Command> commands = {add_extract_command(root), add_show_command(root),       add_evaluate_command(root), add_rules_command(root),
                                         add_schema_command(root),  add_completion_command(root), add_man_command(root),      add_version_command(root)};
  return parse_and_run(root, commands, words);
}

}  // namespace

int run(int argument_count, char** arguments) {
  std::signal(SIGPIPE, SIG_DFL);  // a closed pipe ends the program quietly, also under a parent that ignores the signal
  try {
    return run_words(Words(arguments + std::min(argument_count, 1), arguments + argument_count));
  } catch (const std::exception& error) {
    Diagnostic diagnostic;
    diagnostic.file = "onrecord";
    diagnostic.message = std::string("internal failure: ") + error.what();
    show(diagnostic);
    return exit_output;
  }
}

}  // namespace onrecord
