#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <memory>

#include "onrecord/app/diff_report.h"
#include "onrecord/app/exit_code.h"
#include "onrecord/app/extract_options.h"
#include "onrecord/app/figure_bound.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/option_values.h"
#include "onrecord/app/report_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/pipeline/output_file.h"
#include "onrecord/unpack/byte_source.h"
#include "onrecord/workbench/diff_forms.h"
#include "onrecord/workbench/gold_change.h"
#include "onrecord/workbench/rule_diff.h"

namespace onrecord {
namespace {

constexpr const char* footer = R"(OLD and NEW
  a folder of rules, or one that has them in its folder 'rules'; 'standard': the built-in ones;
  or a git revision: REVISION (the same folder or file there) or REVISION:FOLDER.
  With --records two files that 'onrecord extract' wrote, and no FILES.

What is compared
  Records of a kind whose spans overlap most are taken for the same. '+' is a new record, '-' one
  that is gone, '~' one with other fields, '→' the same from another rule. Ids and places do not
  count. A rule that has the old id in its key 'was' is taken for the old one.

What marked-up articles say
  --gold measures both sides as 'onrecord evaluate' does and shows each figure and each rule that
  moves: precision; recall, of a rule the part of all that is marked which it finds; the accuracy
  of speakers. --max-loss names figures as the JSON does: statements_half.p=0.005, or 0 for all.

Exit codes
  0 no difference, or none that --accept and --max-… forbid   1 there is   2 wrong usage
  3 rules do not load   4 some inputs failed   5 the output could not be written

Examples
  onrecord rules diff origin/main rules archive/
  onrecord rules diff --on standard origin/main:mine mine archive/
  onrecord rules diff v1.2:rules . archive.jsonl --samples 20 --output html=diff.html
  onrecord rules diff origin/main . tests/golden --accept rules/accepted.json --format markdown
  onrecord rules diff origin/main . --gold gold.jsonl --max-loss 0.002
  onrecord rules diff --records before.ndjson after.ndjson --max-removed 0 --max-changed 5%)";

constexpr std::uint64_t most_accepted_bytes = 64U << 20U;

/// What `--accept` names; a file that is not there yet approves nothing.
std::string read_accepted(const std::string& path) {
  std::string text;
  if (std::optional<ByteSource> bytes = ByteSource::open(path)) bytes->read_all(text, most_accepted_bytes);
  return text;
}

int write_accepted(const RecordDifferences& found, const std::string& path) {
  Diagnostics diagnostics;
  std::optional<OutputFile> output = OutputFile::open(path, diagnostics);
  if (output && output->write(accepted_differences(found), diagnostics) && output->finish(diagnostics)) return exit_done;
  show(diagnostics);
  return exit_output;
}

int conclude(DiffArguments& arguments, const RuleDiffOutcome& outcome, const RuleSet* before = nullptr, const RuleSet* after = nullptr,
             const GoldChange* gold = nullptr) {
  if (arguments.update) {
    if (const int failed = write_accepted(outcome.found, arguments.accept); failed != exit_done) return failed;
  }
  if (!arguments.accept.empty()) {
    arguments.demands.accepted = read_accepted(arguments.accept);
    arguments.demands.accepted_file = arguments.accept;
  }
  Diagnostics diagnostics;
  const DiffJudgement judgement = judge(outcome.found, gold, arguments.demands, diagnostics);
  show(diagnostics);
  DiffSheet sheet{outcome.found, judgement, arguments.before, arguments.after, {}, gold};
  if (arguments.as_test && before != nullptr && after != nullptr) sheet.tests = tests_of(outcome.found, *before, *after);
  const std::vector<FurtherForm> further = {{"markdown", [&sheet] { return diff_markdown(sheet); }}, {"html", [&sheet] { return diff_html(sheet); }}};
  const int written = write_report(report_of(arguments, sheet, after), arguments.report, further);
  if (written != exit_done) return written;
  if (!judgement.holds) return exit_no;
  return outcome.failed > 0 || (gold != nullptr && gold->failed > 0) ? exit_some_failed : exit_done;
}

RuleDiffWatcher watcher_of(const DiffArguments& arguments) {
  RuleDiffWatcher watcher{[](const Diagnostic& diagnostic) { show(diagnostic); }, {}};
  if (!arguments.full.empty()) watcher.see = [&arguments](const ComparedDocument& document) { print_all_of(arguments.full, document); };
  return watcher;
}

int diff_files(DiffArguments& arguments) {
  if (!arguments.input.paths.empty()) return usage_error("--records compares two files; there is nothing to extract from FILES");
  if (arguments.as_test) return usage_error("--as-test needs the articles; --records has only their records");
  if (!arguments.gold.empty()) return usage_error("--gold needs rules; --records has only what they found");
  if (!arguments.on.empty()) return usage_error("--on names rules; --records has only what they found");
  return conclude(arguments, diff_record_files(arguments.before, arguments.after, arguments.diff, watcher_of(arguments)));
}

/// Without other articles, those of the gold are compared; for that they are read twice, which standard input cannot be.
bool reads_gold_articles(DiffArguments& arguments) {
  const std::vector<std::string>& gold = arguments.gold;
  if (gold.empty() || std::find(gold.begin(), gold.end(), "-") != gold.end()) return false;
  arguments.input.paths = gold;
  arguments.input.format = InputFormat::jsonl;
  arguments.input.text_field = "text";
  return true;
}

int diff(DiffArguments& arguments) {
  if (arguments.update && arguments.accept.empty()) return usage_error("--update goes with --accept FILE");
  if (arguments.update && std::getenv("CI") != nullptr) return usage_error("--update: nothing is approved in CI");
  if (!arguments.full.empty() && arguments.report.format != "text") return usage_error("--full goes with --format text");
  if (arguments.records) return diff_files(arguments);
  if (arguments.gold.empty() && !arguments.demands.losses.empty()) return usage_error("--max-loss goes with --gold FILE");
  if (arguments.input.paths.empty() && !arguments.input.list && !reads_gold_articles(arguments))
    return usage_error("no articles to compare the rules on; try 'onrecord rules diff --help'");
  const std::optional<RuleSet> before = load_side({arguments.before, arguments.after, arguments.on});
  const std::optional<RuleSet> after = load_side(new_side(arguments));
  if (!before || !after) return exit_rules;
  arguments.diff.renamed = renamed_rules(*after);
  arguments.diff.passages = arguments.as_test;
  const RuleDiffOutcome outcome = diff_rules(*before, *after, arguments.input, arguments.extract, arguments.diff, watcher_of(arguments));
  std::optional<GoldChange> gold;
  if (!arguments.gold.empty()) gold = evaluate_change(arguments.gold, *before, *after, [](const Diagnostic& diagnostic) { show(diagnostic); });
  return conclude(arguments, outcome, &*before, &*after, gold ? &*gold : nullptr);
}

void add_budget(CLI::App& app, Change change, const char* text, DiffDemands& demands) {
  const std::string name = fmt::format("--max-{}", change_names[static_cast<std::size_t>(change)]);
  app.add_option_function<std::string>(
         name,
         [change, name, &demands](const std::string& value) {
           const std::optional<DiffBudget> budget = read_budget(change, value);
           if (!budget) throw CLI::ValidationError(name + ": '" + value + "' is neither a number nor a percentage");
           demands.budgets.push_back(*budget);
         },
         text)
      ->type_name("N|N%");
}

/// A loss is told of figures that tell of marked-up articles.
std::vector<std::string> figure_names() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < measure_count; ++i)
    for (const auto& [name, value] : figures_of(static_cast<Measure>(i), {}))
      names.push_back(fmt::format("{}.{}", description_of(static_cast<Measure>(i)).name, name));
  return names;
}

void add_losses(CLI::App& app, DiffDemands& demands) {
  app.add_option_function<std::vector<std::string>>(
         "--max-loss",
         [&demands](const std::vector<std::string>& texts) {
           for (const std::string& text : texts) {
             FigureBound bound = read_figure_bound("--max-loss", text, figure_names(), true);
             demands.losses.push_back({std::move(bound.figure), bound.value});
           }
         },
         "Allow a figure of --gold, or each, to get worse by so much; may be repeated")
      ->type_name("[NAME=]VALUE")
      ->allow_extra_args(false);
}

}  // namespace

Command add_rules_diff_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("diff", "Tell which records change between two rule sets, rule by rule, with samples");
  app->footer(footer);
  const auto arguments = std::make_shared<DiffArguments>();
  app->add_option("OLD", arguments->before, "The rules before")->required()->type_name("");
  app->add_option("NEW", arguments->after, "The rules after")->required()->type_name("");
  app->add_option("--on", arguments->on, "Both sides are added to these rules, as --add-rules adds: for rules of\nyour own on top of 'standard'")
      ->type_name("RULES");
  add_input_options(*app, arguments->input);
  app->add_flag("--records", arguments->records, "OLD and NEW are files of records");
  app->add_flag("--terms", arguments->extract.terms, "Also compare quotes of kind term");
  app->add_option("--samples", arguments->diff.samples, "Show so many differences of each class, of as many rules as can be")
      ->check(problem_with_count)
      ->type_name("N")
      ->capture_default_str();
  app->add_option("--full", arguments->full, "First print all records that this rule makes now, and those it lost")->type_name("RULE");
  app->add_flag("--as-test", arguments->as_test, "Print each sample as a test to paste into its rule");
  app->add_option("--accept", arguments->accept, "Only differences that this file does not approve count")->type_name("FILE");
  app->add_flag("--update", arguments->update, "Write what differs now into that file; refused in CI");
  add_budget(*app, Change::added, "Allow so many new records; a percentage is one of the old records", arguments->demands);
  add_budget(*app, Change::removed, "Allow so many that are gone", arguments->demands);
  add_budget(*app, Change::changed, "Allow so many with other fields", arguments->demands);
  add_budget(*app, Change::moved, "Allow so many that come from another rule", arguments->demands);
  app->add_option("--gold", arguments->gold, "Also tell how precision and recall change on these marked-up articles; without\nFILES they are what is compared")
      ->type_name("FILE")
      ->allow_extra_args(false);
  add_losses(*app, arguments->demands);
  add_report_options(*app, arguments->report, {"markdown", "html"});
  return {app, [arguments] { return diff(*arguments); }};
}

}  // namespace onrecord
