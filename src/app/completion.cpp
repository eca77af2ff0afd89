#include "onrecord/app/completion.h"

#include <fmt/format.h>

#include <algorithm>

namespace onrecord {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between = " ") { return fmt::format("{}", fmt::join(words, between)); }

/// What an option is for, without its details.
std::string first_sentence(const std::string& description) { return description.substr(0, description.find(". ")); }

std::string replaced(std::string text, char sought, std::string_view replacement) {
  for (std::size_t at = text.find(sought); at != std::string::npos; at = text.find(sought, at + replacement.size())) text.replace(at, 1, replacement);
  return text;
}

/// The command that the words name which stand on the line so far, in the variable `command`: the same in bash and zsh.
std::string find_command(const DescribedCommand& program, std::string_view loop) {
  std::vector<std::string> first;
  std::vector<std::string> second;
  for (const DescribedCommand* command : with_all_below(program)) {
    if (command->words.size() == 1) first.push_back("\":" + command->words[0] + '"');
    if (command->words.size() == 2) second.push_back('"' + command->words[0] + ':' + command->words[1] + '"');
  }
  return fmt::format("{}\n    case \"$command:$word\" in\n      {}) command=$word ;;\n      {}) command=\"$command $word\" ;;\n    esac\n  done\n", loop,
                     joined(first, "|"), joined(second, "|"));
}

/// The first command may be left out, and is `extract` then.
std::vector<const DescribedCommand*> commands_of(const DescribedCommand& command) {
  std::vector<const DescribedCommand*> sources = {&command};
  if (command.words.empty())
    for (const DescribedCommand& below : command.commands)
      if (below.words[0] == "extract") sources.push_back(&below);
  return sources;
}

std::vector<std::string> option_names(const DescribedCommand& command) {
  std::vector<std::string> names;
  for (const DescribedCommand* source : commands_of(command))
    for (const DescribedOption& option : source->options)
      for (const std::string& name : option.names)
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  return names;
}

std::vector<std::string> names_below(const DescribedCommand& command) {
  std::vector<std::string> names;
  for (const DescribedCommand& below : command.commands) names.push_back(below.words.back());
  return names;
}

/// What may stand behind the command without dashes, other than names of files.
std::vector<std::string> words_behind(const DescribedCommand& command) {
  std::vector<std::string> words = names_below(command);
  for (const DescribedOption& option : command.options)
    if (option.names.empty()) words.insert(words.end(), option.choices.begin(), option.choices.end());
  return words;
}

/// Options whose values are known, as cases of bash.
std::string bash_values(const DescribedCommand& program) {
  std::string cases;
  for (const DescribedCommand* command : with_all_below(program)) {
    for (const DescribedCommand* source : commands_of(*command)) {
      for (const DescribedOption& option : source->options) {
        if (option.value.empty() || option.names.empty()) continue;
        std::vector<std::string> patterns;
        for (const std::string& name : option.names) patterns.push_back(fmt::format("\"{}:{}\"", joined(command->words), name));
        // Of other options the value is a file or something that nobody can guess.
        const std::string words = option.choices.empty() ? "" : fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$current\")); ", joined(option.choices));
        cases += fmt::format("    {}) {}return ;;\n", joined(patterns, "|"), words);
      }
    }
  }
  return cases;
}

std::string zsh_text(const std::string& text) {
  std::string quoted;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') quoted += '\\';
    if (c == '\'') quoted += "'\\'";
    quoted += c;
  }
  return quoted;
}

/// An option as `_arguments` takes it. All may be repeated: which may not, the program says.
std::string zsh_options(const DescribedCommand& command) {
  std::string specifications;
  std::vector<std::string> seen;
  for (const DescribedCommand* source : commands_of(command)) {
    for (const DescribedOption& option : source->options) {
      for (const std::string& name : option.names) {
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
        seen.push_back(name);
        std::string value;
        if (!option.value.empty())
          value = fmt::format("{}:{}:{}", name.size() > 2 ? "=" : "+", zsh_text(option.value),
                              option.choices.empty() ? "_files" : '(' + joined(option.choices) + ')');
        const std::size_t colon = value.find(':');
        specifications += fmt::format(" \\\n      '*{}{}[{}]{}'", name, value.substr(0, colon), zsh_text(first_sentence(option.description)),
                                      colon == std::string::npos ? "" : value.substr(colon));
      }
    }
  }
  return specifications;
}

std::string zsh_words(const DescribedCommand& command) {
  if (command.words.empty()) return " \\\n      '1: :_onrecord_first'";
  std::string words;
  for (const DescribedCommand& below : command.commands) words += fmt::format("{}\\:\"{}\" ", below.words.back(), zsh_text(below.description));
  if (!words.empty()) return fmt::format(" \\\n      '{}: :(({}))'", command.words.size() + 1, words);
  words = joined(words_behind(command));
  return words.empty() ? "" : fmt::format(" \\\n      '{}: :({})'", command.words.size() + 1, words);
}

/// The first word is a command or a file.
std::string zsh_first_word(const DescribedCommand& program) {
  std::string commands;
  for (const DescribedCommand& below : program.commands) commands += fmt::format(" '{}:{}'", below.words[0], zsh_text(below.description));
  return "_onrecord_first() {\n  local -a commands=(" + commands + " )\n  _describe command commands\n  _files\n}\n";
}

/// The condition of fish under which `command` is the one on the line.
std::string fish_condition(const DescribedCommand& program, const DescribedCommand& command) {
  if (command.words.empty()) return "not __fish_seen_subcommand_from " + joined(names_below(program));
  if (command.words.size() == 2) return fmt::format("__fish_seen_subcommand_from {}; and __fish_seen_subcommand_from {}", command.words[0], command.words[1]);
  std::vector<std::string> others = names_below(command);
  for (const DescribedCommand& other : program.commands)
    if (!other.commands.empty() && other.words != command.words) others.push_back(other.words[0]);
  const std::string seen = "__fish_seen_subcommand_from " + command.words[0];
  return others.empty() ? seen : fmt::format("{}; and not __fish_seen_subcommand_from {}", seen, joined(others));
}

std::string fish_text(const std::string& text) { return replaced(replaced(text, '\\', "\\\\"), '\'', "\\'"); }

std::string fish_option(const std::string& condition, const DescribedOption& option) {
  std::string line = fmt::format("complete -c onrecord -n '{}'", condition);
  for (const std::string& name : option.names) line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.choices.empty()) line += fmt::format(" -x -a '{}'", joined(option.choices));
  else if (!option.value.empty()) line += " -r";
  return line + fmt::format(" -d '{}'\n", fish_text(first_sentence(option.description)));
}

}  // namespace

std::string bash_completion(const DescribedCommand& program) {
  std::string script =
      "# Completion of onrecord in bash: put it where bash-completion looks, or write in ~/.bashrc:  source <(onrecord completion bash)\n"
      "_onrecord() {\n  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= word\n"
      "  [ \"$current\" = = ] && current=\n  [ \"$before\" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}\n";
  script += find_command(program, "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do");
  script += "  COMPREPLY=()\n  case \"$command:$before\" in\n" + bash_values(program) + "  esac\n  local words=\n  case \"$command\" in\n";
  for (const DescribedCommand* command : with_all_below(program)) {
    script += fmt::format("    '{}') words='{}'; [[ $current == -* ]] && words='{}' ;;\n", joined(command->words), joined(words_behind(*command)),
                          joined(option_names(*command)));
  }
  return script + "  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\ncomplete -o bashdefault -o default -F _onrecord onrecord\n";
}

std::string zsh_completion(const DescribedCommand& program) {
  std::string script = "#compdef onrecord\n# Completion of onrecord in zsh: a file called _onrecord in a folder of $fpath.\n";
  script += zsh_first_word(program) + "_onrecord() {\n  local command= word\n";
  script += find_command(program, "  for word in \"${(@)words[2,CURRENT-1]}\"; do");
  script += "  case $command in\n";
  for (const DescribedCommand* command : with_all_below(program)) {
    script += fmt::format("    '{}') _arguments -s -S{}{} \\\n      '*: :_files' ;;\n", joined(command->words), zsh_options(*command), zsh_words(*command));
  }
  return script + "  esac\n}\nif [ \"$funcstack[1]\" = _onrecord ]; then _onrecord; else compdef _onrecord onrecord; fi\n";
}

std::string fish_completion(const DescribedCommand& program) {
  std::string script = "# Completion of onrecord in fish: ~/.config/fish/completions/onrecord.fish\n";
  for (const DescribedCommand* command : with_all_below(program)) {
    const std::string condition = fish_condition(program, *command);
    // Behind the name of a file there is no command any more; where a command must stand, there is no file.
    if (!command->words.empty() && !command->commands.empty()) script += fmt::format("complete -c onrecord -n '{}' -f\n", condition);
    for (const DescribedCommand& below : command->commands)
      script += fmt::format("complete -c onrecord -n '{}' -a {} -d '{}'\n", command->words.empty() ? "__fish_use_subcommand" : condition, below.words.back(),
                            fish_text(below.description));
    if (command->commands.empty() && !words_behind(*command).empty())
      script += fmt::format("complete -c onrecord -n '{}' -f -a '{}'\n", condition, joined(words_behind(*command)));
    for (const DescribedCommand* source : commands_of(*command))
      for (const DescribedOption& option : source->options)
        if (!option.names.empty() && (source == command || option.names.back() != "--help")) script += fish_option(condition, option);
  }
  return script;
}

}  // namespace onrecord
