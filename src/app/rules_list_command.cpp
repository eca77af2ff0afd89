#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"

namespace onrecord {
namespace {

int list(const RuleOptions& options) {
  const std::optional<RuleSet> rules = load_rules_in_force(options);
  if (!rules) return exit_rules;
  std::size_t id_width = 0, layer_width = 0, type_width = 0;
  for (const Rule& rule : rules->rules()) {
    id_width = std::max(id_width, rule.definition.id.size());
    layer_width = std::max(layer_width, rule.definition.layer.size());
    type_width = std::max(type_width, rule.definition.emits.size());
  }
  std::string text;
  for (const Rule& rule : rules->rules()) {
    const RuleDefinition& written = rule.definition;
    text += fmt::format("{:<{}}  {:<{}}  {:<{}}  {:>3} tests  {}{}:{}\n", written.id, id_width, written.layer, layer_width,
                        written.emits, type_width, written.tests.size(), written.off ? "off  " : "", written.at.file, written.at.line);
  }
  return print_to_standard_output(text);
}

}  // namespace

Command add_rules_list_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("list", "List rules: id, layer, type, number of tests, file and line");
  const auto options = std::make_shared<RuleOptions>();
  add_rule_options(*app, *options);
  return {app, [options] { return list(*options); }};
}

}  // namespace onrecord
