#include "onrecord/app/command_tree.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace onrecord {
namespace {

std::string without_line_ends(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// The parser keeps the values of an option to itself, but names them in its complaint: "x not in {a,b}".
std::vector<std::string> choices_of(CLI::Option& option) {
  std::vector<std::string> choices;
  std::string complaint;
  try {
    std::string none_of_them = "\x01";
    complaint = (*option.get_validator(0))(none_of_them);
  } catch (const CLI::OptionNotFound&) {
    return choices;  // it takes anything
  }
  const std::size_t open = complaint.find("not in {");
  if (open == std::string::npos || !complaint.ends_with('}')) return choices;
  for (std::size_t at = open + std::string_view("not in {").size(); at < complaint.size();) {
    const std::size_t end = complaint.find_first_of(",}", at);
    choices.push_back(complaint.substr(at, end - at));
    at = end + 1;
  }
  return choices;
}

DescribedOption describe_option(CLI::Option& option) {
  DescribedOption described;
  for (const std::string& name : option.get_snames()) described.names.push_back('-' + name);
  for (const std::string& name : option.get_lnames()) described.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) described.value = option.get_type_name().empty() ? option.get_name(true) : option.get_type_name();
  described.choices = choices_of(option);
  described.description = without_line_ends(option.get_description());
  return described;
}

DescribedCommand describe_command(CLI::App& app, std::vector<std::string> words) {
  DescribedCommand command;
  command.words = std::move(words);
  command.description = app.get_description();
  command.footer = app.get_footer();
  for (CLI::Option* option : app.get_options([](const CLI::Option* each) { return !each->get_group().empty(); }))
    command.options.push_back(describe_option(*option));
  for (CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; })) {
    std::vector<std::string> longer = command.words;
    longer.push_back(below->get_name());
    command.commands.push_back(describe_command(*below, std::move(longer)));
  }
  return command;
}

}  // namespace

DescribedCommand describe(CLI::App& root) { return describe_command(root, {}); }

std::vector<const DescribedCommand*> with_all_below(const DescribedCommand& command) {
  std::vector<const DescribedCommand*> all = {&command};
  for (const DescribedCommand& below : command.commands) {
    const auto deeper = with_all_below(below);
    all.insert(all.end(), deeper.begin(), deeper.end());
  }
  return all;
}

}  // namespace onrecord
