#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/option_values.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/workbench/explain.h"
#include "onrecord/workbench/read_documents.h"
#include "onrecord/workbench/why_not.h"

namespace onrecord {
namespace {

constexpr const char* footer = R"(Three questions
  why is this record there?     onrecord rules explain article.txt --record 3
  what happened at this place?  onrecord rules explain article.txt --at 12:8
  why does this rule not match? onrecord rules explain --rule report.that --text 'It rained, he said.'

Exit codes
  0 done   1 there is no such record or place, or the rule makes nothing   2 wrong usage
  3 the rules do not load   4 the article cannot be read   5 the output could not be written)";

struct ExplainOptions {
  RuleOptions rules;
  std::string file, record, at, rule, text;
  std::size_t near = 3;
  std::string format = "text";
};

int say_no(const std::string& what) {
  Diagnostic diagnostic;
  diagnostic.file = "onrecord";
  diagnostic.message = what;
  show(diagnostic);
  return exit_no;
}

/// The text that the places in records count in: of a page that of its article.
std::optional<std::string> read_article(const std::string& path, const RuleSet& rules) {
  InputOptions input;
  input.paths = {path};
  std::vector<std::string> texts;
  read_documents(
      input, rules, [&](SourceDocument document) { texts.push_back(std::move(document.text)); }, [](const Diagnostic& diagnostic) { show(diagnostic); });
  if (texts.size() > 1)
    say_no(fmt::format("{} holds {} articles; one is to be explained: of JSON lines, 'sed -n 3p FILE | onrecord rules explain - …' takes the third", path,
                       texts.size()));
  return texts.size() == 1 ? std::optional(std::move(texts.front())) : std::nullopt;
}

/// "1204", or "12:8" for line and column, both from 1 and in bytes. None where there is no such place.
std::optional<std::uint32_t> read_place(const std::string& place, const std::string& text) {
  const auto number = [](std::string_view digits) -> std::optional<std::uint32_t> {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
  };
  const std::size_t colon = place.find(':');
  std::optional<std::uint32_t> at = number(place);
  if (colon != std::string::npos) {
    const auto line = number(place.substr(0, colon)), column = number(place.substr(colon + 1));
    if (!line || !column || *line == 0 || *column == 0) return std::nullopt;
    std::size_t begin = 0;
    for (std::uint32_t i = 1; i < *line; ++i) {
      begin = text.find('\n', begin);
      if (begin == std::string::npos) return std::nullopt;
      ++begin;
    }
    at = static_cast<std::uint32_t>(begin + *column - 1);
  }
  return at && *at < text.size() ? at : std::nullopt;
}

int print(const std::string& text, int code) {
  const int written = print_to_standard_output(text);
  return written == exit_done ? code : written;
}

nlohmann::ordered_json unit_json(const UnitVerdict& unit) {
  return {{"text", unit.text},         {"left_out", unit.view.empty()},     {"view", unit.view},
          {"outcomes", unit.outcomes}, {"matched", unit.progress.matched},  {"elements", unit.progress.elements},
          {"got", unit.progress.got},  {"stops_at", unit.progress.stops_at}};
}

int explain_rule(const ExplainOptions& options, const RuleSet& rules, std::string text) {
  std::vector<std::string> ids;
  for (const Rule& rule : rules.rules()) ids.push_back(rule.name);
  const auto found = std::find(ids.begin(), ids.end(), options.rule);
  if (found == ids.end()) {
    const std::string near = nearest(options.rule, ids);
    return usage_error(fmt::format("--rule: there is no rule '{}'{}", options.rule, near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
  }
  const Rule& rule = rules.rules()[static_cast<std::size_t>(found - ids.begin())];
  const WhyNot answer = why_not(rules, rule, std::move(text));
  const bool made = std::any_of(answer.units.begin(), answer.units.end(), [](const UnitVerdict& unit) { return unit.made_something; });
  if (options.format == "json") {
    nlohmann::ordered_json object = {{"rule", options.rule}, {"made_something", made}, {"units", nlohmann::ordered_json::array()}};
    for (const UnitVerdict& unit : answer.units) object["units"].push_back(unit_json(unit));
    return print(object.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n', made ? exit_done : exit_no);
  }
  const std::string verdict =
      fmt::format("{} ({}:{}): {}\n", options.rule, rule.definition().at.file, rule.definition().at.line, made ? "made something" : "made nothing");
  return print(verdict + why_not_text(rules, rule, answer, std::max<std::size_t>(options.near, 1)), made ? exit_done : exit_no);
}

int explain(const ExplainOptions& options) {
  const int questions = (options.record.empty() ? 0 : 1) + (options.at.empty() ? 0 : 1) + (options.rule.empty() ? 0 : 1);
  if (questions != 1) return usage_error("one of --record, --at and --rule is the question; see 'onrecord rules explain --help'");
  if (options.file.empty() == options.text.empty()) return usage_error("the article is FILE, or --text 'SENTENCES'");
  const std::optional<RuleSet> rules = load_rules_in_force(options.rules);
  if (!rules) return exit_rules;
  const std::optional<std::string> text = options.file.empty() ? std::optional(options.text) : read_article(options.file, *rules);
  if (!text) return exit_some_failed;
  const bool json = options.format == "json";
  if (!options.rule.empty()) return explain_rule(options, *rules, *text);
  if (!options.record.empty()) {
    const auto record = explain_record(*rules, *text, options.record);
    if (!record) return say_no(fmt::format("there is no record '{}' in this article", options.record));
    return print(json ? explanation_json(*record) : explanation_text(*record), exit_done);
  }
  const auto at = read_place(options.at, *text);
  if (!at) return say_no(fmt::format("there is no place '{}' in this article", options.at));
  const auto layers = explain_place(*rules, *text, *at, options.near);
  return print(json ? explanation_json(layers) : explanation_text(layers), exit_done);
}

}  // namespace

Command add_rules_explain_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("explain", "Tell why a record is there, what happened at a place, why a rule does not match");
  app->footer(footer);
  const auto options = std::make_shared<ExplainOptions>();
  app->add_option("FILE", options->file, "An article: a file, - for standard input")->type_name("");
  app->add_option("--text", options->text, "The article itself")->type_name("TEXT");
  app->add_option("--record", options->record, "Its number in the output, without the document record and from 1,\nwith --terms; or its id")->type_name("N|ID");
  app->add_option("--at", options->at, "A byte from 0, or line and column from 1")->type_name("BYTE|LINE:COL");
  app->add_option("--rule", options->rule, "A rule: what it did, or how far it got")->type_name("ID");
  app->add_option("--near", options->near, "Show so many rules that came near, or stretches that came nearest")
      ->check(problem_with_count)
      ->type_name("N")
      ->capture_default_str();
  app->add_option("--format", options->format, "text, json")
      ->type_name("FORMAT")
      ->capture_default_str()
      ->check(CLI::IsMember(std::vector<std::string>{"text", "json"}));
  add_rule_options(*app, options->rules);
  return {app, [options] { return explain(*options); }};
}

}  // namespace onrecord
