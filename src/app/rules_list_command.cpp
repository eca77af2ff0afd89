#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/check/rule_list.h"

namespace onrecord {
namespace {

struct ListOptions {
  RuleOptions rules;
  std::string kind;
  bool json = false;
};

using Write = std::string (*)(const RuleSet& rules, const std::string& kind);

int write_rules(const ListOptions& options, Write write) {
  const std::optional<RuleSet> rules = load_rules_in_force(options.rules);
  if (!rules) return exit_rules;
  if (!options.kind.empty() && rules->type(options.kind) == no_type) {
    std::vector<std::string> names;
    for (const Type& type : rules->types()) names.push_back(type.name);
    const std::string near = nearest(options.kind, names);
    return usage_error(fmt::format("--kind: no type is called '{}'{}", options.kind, near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
  }
  return print_to_standard_output(write(*rules, options.kind));
}

void add_options(CLI::App& app, ListOptions& options) {
  add_rule_options(app, options.rules);
  app.add_option("--kind", options.kind, "Only rules that make this type, as the second column has it")->type_name("TYPE");
}

}  // namespace

Command add_rules_list_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("list", "List rules: id, kind, layer, state, tests, since, file and line");
  app->footer("Tests are counted as those in which the rule finds something + those in which it stays silent.");
  const auto options = std::make_shared<ListOptions>();
  add_options(*app, *options);
  app->add_flag("--json", options->json, "Write a JSON array");
  return {app, [options] { return write_rules(*options, options->json ? rule_table_json : rule_table); }};
}

Command add_rules_doc_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("doc", "Write a reference of kinds and rules, with examples, in Markdown");
  const auto options = std::make_shared<ListOptions>();
  add_options(*app, *options);
  return {app, [options] { return write_rules(*options, rule_reference); }};
}

}  // namespace onrecord
