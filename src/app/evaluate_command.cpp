#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>

#include "onrecord/app/command.h"
#include "onrecord/app/exit_code.h"
#include "onrecord/app/figure_bound.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/option_values.h"
#include "onrecord/app/report_options.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/evaluate/forms.h"
#include "onrecord/evaluate/reliability.h"
#include "onrecord/extract/article_batches.h"
#include "onrecord/pipeline/output_file.h"
#include "onrecord/workbench/evaluate_articles.h"
#include "onrecord/workbench/read_gold.h"

namespace onrecord {
namespace {

constexpr const char* footer =
    R"(GOLD holds articles in which people have marked what is to be found, one JSON object a line; "-" is
standard input. docs/gold-format.md tells the format. What an article does not mark is not judged.

--min names a figure as the JSON does: statements_half.f1, statements_half.p, speaker.accuracy,
claims_half.r, pair.f1, title.f1; calibration_error and boilerplate_quote.share take --max.

Exit codes
  0 done   1 a figure is below its --min or above its --max   2 wrong usage   3 the rules do not load
  4 some articles could not be read, the rest is done   5 the output could not be written

Examples
  onrecord evaluate gold.jsonl --misses 20
  onrecord evaluate gold.jsonl --min statements_half.p=0.9 --min speaker.accuracy=0.95
  onrecord evaluate gold.jsonl --add-rules mine.toml --format json | jq '.figures.statements_half')";

/// NAME=VALUE of `--min` or `--max`.
struct Bound : FigureBound {
  bool is_least = true;
};

struct EvaluateArguments {
  std::vector<std::string> gold;
  RuleOptions rules;
  std::string format = "text";
  std::string color = "auto";
  std::size_t misses = 0;
  std::vector<Bound> bounds;
  std::string confidence_path;
};

/// All figures by the names that bounds take: "statements_half.f1".
std::vector<std::pair<std::string, double>> named_figures(const Evaluation& evaluation) {
  std::vector<std::pair<std::string, double>> figures;
  for (std::size_t i = 0; i < measure_count; ++i) {
    const auto measure = static_cast<Measure>(i);
    for (const auto& [name, value] : figures_of(measure, evaluation.counts[measure]))
      figures.emplace_back(fmt::format("{}.{}", description_of(measure).name, name), value);
  }
  figures.emplace_back("calibration_error", reliability_of(evaluation.judged).calibration_error);
  return figures;
}

Bound read_bound(const std::string& text, bool is_least) {
  std::vector<std::string> names;
  for (const auto& figure : named_figures({})) names.push_back(figure.first);
  return {read_figure_bound(is_least ? "--min" : "--max", text, names), is_least};
}

/// Shows the figures that are out of bounds; tells whether there are any.
bool breaks_bounds(const Evaluation& evaluation, const std::vector<Bound>& bounds) {
  bool broken = false;
  const auto figures = named_figures(evaluation);
  for (const Bound& bound : bounds) {
    const auto figure = std::find_if(figures.begin(), figures.end(), [&](const auto& each) { return each.first == bound.figure; });
    if (bound.is_least ? figure->second >= bound.value : figure->second <= bound.value) continue;
    broken = true;
    Diagnostic diagnostic;
    diagnostic.file = "onrecord";
    diagnostic.message = fmt::format("{} is {:.4f}, {} {}", bound.figure, figure->second, bound.is_least ? "below" : "above", bound.value);
    show(diagnostic);
  }
  return broken;
}

bool write_confidence(const std::string& path, const Evaluation& evaluation) {
  Diagnostics diagnostics;
  std::optional<OutputFile> output = OutputFile::open(path, diagnostics);
  const bool written = output && output->write(confidence_file(evaluation.judged), diagnostics) && output->finish(diagnostics);
  show(diagnostics);
  return written;
}

int evaluate(const EvaluateArguments& arguments) {
  const std::optional<RuleSet> rules = load_rules_in_force(arguments.rules);
  if (!rules) return exit_rules;
  Evaluation evaluation;
  ArticleBatches<GoldArticle> batches([&](const std::vector<GoldArticle>& articles) { evaluate_articles(*rules, articles, evaluation); });
  const std::uint64_t failed = read_gold(
      arguments.gold, [&](const GoldArticle& article) { batches.add(article); }, [](const Diagnostic& diagnostic) { show(diagnostic); });
  batches.finish();
  const std::string text =
      arguments.format == "json" ? json_of(evaluation, arguments.misses) : text_of(evaluation, arguments.misses, is_colored(arguments.color));
  if (const int printed = print_to_standard_output(text); printed != exit_done) return printed;
  if (!arguments.confidence_path.empty() && !write_confidence(arguments.confidence_path, evaluation)) return exit_output;
  if (failed > 0) return exit_some_failed;
  return breaks_bounds(evaluation, arguments.bounds) ? exit_no : exit_done;
}

void add_bounds(CLI::App& app, const char* name, bool is_least, const char* what, std::vector<Bound>& bounds) {
  app.add_option_function<std::vector<std::string>>(
         name,
         [&bounds, is_least](const std::vector<std::string>& texts) {
           for (const std::string& text : texts) bounds.push_back(read_bound(text, is_least));
         },
         what)
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
}

}  // namespace

Command add_evaluate_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("evaluate", "Measure the rules on articles in which people have marked what is to be found");
  app->footer(footer);
  const auto arguments = std::make_shared<EvaluateArguments>();
  app->add_option("GOLD", arguments->gold, "Marked articles (.jsonl), - for standard input")->type_name("")->required();
  add_rule_options(*app, arguments->rules);
  app->add_option("--misses", arguments->misses, "Show the N worst misses and false hits of each sort in their context")
      ->check(problem_with_count)
      ->type_name("N");
  app->add_option("--format", arguments->format, "text, or json: one object on one line")
      ->type_name("FORMAT")
      ->capture_default_str()
      ->check(CLI::IsMember(std::vector<std::string>{"text", "json"}));
  add_bounds(*app, "--min", true, "Exit with 1 if a figure is below this; may be repeated", arguments->bounds);
  add_bounds(*app, "--max", false, "Exit with 1 if a figure is above this; may be repeated", arguments->bounds);
  app->add_option("--write-confidence", arguments->confidence_path, "Write how often each rule was right to FILE, as a rule file:\nrules/confidence.toml")
      ->type_name("FILE");
  add_color_option(*app, arguments->color);
  return {app, [arguments] { return evaluate(*arguments); }};
}

}  // namespace onrecord
