#include <fmt/format.h>

#include <algorithm>

#include "onrecord/app/completion.h"

namespace onrecord {
namespace {

/// Text for roff: signs that it would take for its own are written so that they come out as they are.
std::string roff(std::string_view text) {
  std::string out;
  bool begins_line = true;
  for (const char c : text) {
    if (begins_line && (c == '.' || c == '\'')) out += "\\&";
    begins_line = c == '\n';
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else if (c == '\'') out += "\\(aq";
    else if (c == '`') out += "\\(ga";
    else if (c == '^') out += "\\(ha";
    else if (c == '~') out += "\\(ti";
    else out += c;
  }
  return out;
}

std::string option_entry(const DescribedOption& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back("\\fB" + roff(name) + "\\fR");
  const std::string value = option.value.empty() ? "" : "\\fI" + roff(option.value) + "\\fR";
  const std::string head = names.empty() ? value : fmt::format("{}{}{}", fmt::join(names, ", "), value.empty() ? "" : " ", value);
  const std::string choices = option.choices.empty() ? "" : fmt::format("\n.br\nOne of {}.", roff(fmt::format("{}", fmt::join(option.choices, ", "))));
  return fmt::format(".TP\n{}\n{}{}\n", head, roff(option.description + '.'), choices);
}

std::string as_it_stands(const std::string& text) { return text.empty() ? "" : ".PP\n.nf\n" + roff(text) + "\n.fi\n"; }

std::string command_section(const DescribedCommand& command) {
  std::string section = fmt::format(".SS onrecord {}\n{}.\n", roff(fmt::format("{}", fmt::join(command.words, " "))), roff(command.description));
  for (const DescribedOption& option : command.options) section += option_entry(option);
  // Of a command with others below it the footer is the program's.
  return command.commands.empty() ? section + as_it_stands(command.footer) : section;
}

}  // namespace

std::string manual_page(const DescribedCommand& program, const std::string& version) {
  std::string page = fmt::format(
      ".TH ONRECORD 1 \"\" \"onrecord {}\" \"User Commands\"\n.SH NAME\nonrecord \\- who said what in news articles, as records in JSON\n", roff(version));
  page += ".SH SYNOPSIS\n.B onrecord\n[\\fBextract\\fR] [\\fIOPTION\\fR]... [\\fIFILE\\fR]...\n";
  for (const DescribedCommand* command : with_all_below(program)) {
    if (command->words.empty() || command->words[0] == "extract" || !command->commands.empty()) continue;
    page += fmt::format(".br\n.B onrecord {}\n[\\fIOPTION\\fR]...\n", roff(fmt::format("{}", fmt::join(command->words, " "))));
  }
  page += ".SH DESCRIPTION\n" + roff(program.description) + '\n' + as_it_stands(program.footer) + ".SH COMMANDS\n";
  for (const DescribedCommand* command : with_all_below(program))
    if (!command->words.empty()) page += command_section(*command);
  page +=
      ".SH ENVIRONMENT\n.TP\n.B ONRECORD_JOBS\nThe number of threads, where \\fB\\-j\\fR does not say.\n"
      ".TP\n.B ONRECORD_RULES\nThe rules, where \\fB\\-\\-rules\\fR does not say.\n.TP\n.B NO_COLOR\nIf it is set, reports on terminals have no colors.\n"
      ".SH SEE ALSO\n.BR jq (1),\n.BR mlr (1),\n.BR parallel (1)\n";
  return page;
}

}  // namespace onrecord
