#include <CLI/CLI.hpp>
#include <memory>

#include "onrecord/app/command.h"
#include "onrecord/app/completion.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/app/show_options.h"

namespace onrecord {
namespace {

constexpr const char* footer = R"(Where it goes
  onrecord completion bash > ~/.local/share/bash-completion/completions/onrecord
  onrecord completion zsh > "${fpath[1]}/_onrecord"
  onrecord completion fish > ~/.config/fish/completions/onrecord.fish

'cmake --install' puts all three, and the manual page, where shells and man look.)";

/// The commands of `rules` and the options of `show` are put together only now.
DescribedCommand describe_program(CLI::App& root) {
  ShowArguments unused;
  add_rules_commands(*root.get_subcommand("rules"));
  add_show_options(*root.get_subcommand("show"), unused);
  return describe(root);
}

int write_completion(const std::string& shell, CLI::App& root) {
  const DescribedCommand program = describe_program(root);
  if (shell == "bash") return print_to_standard_output(bash_completion(program));
  return print_to_standard_output(shell == "zsh" ? zsh_completion(program) : fish_completion(program));
}

}  // namespace

Command add_completion_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("completion", "Print a script with which a shell completes commands and options");
  app->footer(footer);
  const auto shell = std::make_shared<std::string>();
  app->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->type_name("")
      ->check(CLI::IsMember(std::vector<std::string>{"bash", "zsh", "fish"}).description(""));
  return {app, [shell, &root] { return write_completion(*shell, root); }};
}

Command add_man_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("man", "Print the manual page: all commands and options");
  app->footer("Example\n  onrecord man | man -l -");
  return {app, [&root] { return print_to_standard_output(manual_page(describe_program(root), ONRECORD_VERSION)); }};
}

}  // namespace onrecord
