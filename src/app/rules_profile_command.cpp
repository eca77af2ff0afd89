#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/extract_options.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/report_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/extract/extract.h"
#include "onrecord/workbench/read_documents.h"
#include "onrecord/workbench/rule_profile.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* footer = R"(The slowest rule comes first. 'filter' is the time of the set that tells at once which patterns
without an anchor match in a unit; the rest of a rule's time is its search and its groups, which
RE2 finds in one go. Where rules share a part of a pattern, the first that needs it pays. Times
differ from run to run; tried, matched and kept do not.

Exit codes
  0 done   1 the rules took more than --budget   2 wrong usage   3 the rules do not load
  4 some articles failed   5 the output could not be written)";

struct ProfileOptions {
  InputOptions input;
  RuleOptions rules;
  ReportOptions report;
  std::string budget;
  std::size_t top = 0;
};

struct Measured {
  std::uint64_t bytes = 0;
  std::uint64_t documents = 0;
  std::uint64_t failed = 0;
  Nanoseconds all{0};
};

double share(Nanoseconds part, Nanoseconds whole) { return whole.count() == 0 ? 0 : 100.0 * static_cast<double>(part.count()) / static_cast<double>(whole.count()); }

double per(Nanoseconds time, std::uint64_t bytes, double unit) { return bytes == 0 ? 0 : static_cast<double>(time.count()) * unit / static_cast<double>(bytes); }

std::vector<const Rule*> slowest_first(const RuleSet& rules, const RuleProfiler& profiler) {
  std::vector<const Rule*> order;
  for (const Rule& rule : rules.rules())
    if (!rule.definition.off && !rule.patterns.empty()) order.push_back(&rule);
  std::stable_sort(order.begin(), order.end(), [&](const Rule* a, const Rule* b) { return profiler.rules()[a->id].time > profiler.rules()[b->id].time; });
  return order;
}

std::string table(const RuleSet& rules, const RuleProfiler& profiler, const Measured& measured, std::size_t top) {
  std::size_t width = 12;
  for (const Rule& rule : rules.rules()) width = std::max(width, rule.definition.id.size());
  std::string text = fmt::format("{:<{}}  {:>6}  {:>9}  {:>9}  {:>9}  {:>9}  {:>8}\n", "rule", width, "time", "ns/KB", "tried", "matched", "kept", "program");
  const std::vector<const Rule*> order = slowest_first(rules, profiler);
  for (std::size_t i = 0; i < order.size() && (top == 0 || i < top); ++i) {
    const RuleCost& cost = profiler.rules()[order[i]->id];
    text += fmt::format("{:<{}}  {:>5.1f}%  {:>9.0f}  {:>9}  {:>9}  {:>9}  {:>8}\n", order[i]->definition.id, width, share(cost.time, profiler.total()),
                        per(cost.time, measured.bytes, 1e3), cost.tried, cost.matched, cost.kept, cost.program);
  }
  for (std::size_t i = 0; i < rules.layers().size(); ++i) {
    const Nanoseconds time = profiler.filters()[i];
    if (rules.layers()[i].filter)
      text += fmt::format("{:<{}}  {:>5.1f}%  {:>9.0f}\n", "filter of " + rules.layers()[i].name, width, share(time, profiler.total()), per(time, measured.bytes, 1e3));
  }
  return text;
}

Json details(const RuleSet& rules, const RuleProfiler& profiler, const Measured& measured) {
  Json object = {{"bytes", measured.bytes}, {"documents", measured.documents}, {"nanoseconds", measured.all.count()},
                 {"rules_nanoseconds", profiler.total().count()}, {"rules", Json::array()}, {"filters", Json::object()}};
  for (const Rule* rule : slowest_first(rules, profiler)) {
    const RuleCost& cost = profiler.rules()[rule->id];
    object["rules"].push_back({{"id", rule->definition.id}, {"nanoseconds", cost.time.count()}, {"tried", cost.tried}, {"matched", cost.matched},
                               {"kept", cost.kept}, {"program", cost.program}});
  }
  for (std::size_t i = 0; i < rules.layers().size(); ++i)
    if (rules.layers()[i].filter) object["filters"][rules.layers()[i].name] = profiler.filters()[i].count();
  return object;
}

Measured measure(const ProfileOptions& options, const RuleSet& rules, RuleProfiler& profiler) {
  Measured measured;
  const auto run = [&](SourceDocument document) {
    ++measured.documents;
    measured.bytes += document.text.size();
    const auto began = std::chrono::steady_clock::now();
    extract(rules, std::move(document.text), document.sha256, {.observer = &profiler});
    measured.all += std::chrono::steady_clock::now() - began;
  };
  measured.failed = read_documents(options.input, run, [](const Diagnostic& diagnostic) { show(diagnostic); });
  return measured;
}

int profile(const ProfileOptions& options) {
  const std::optional<double> budget = read_cost_budget(options.budget);
  if (!options.budget.empty() && !budget) return usage_error(fmt::format("--budget: '{}' is no time for a size, as 5ms/MB is", options.budget));
  if (options.input.paths.empty() && !options.input.list) return usage_error("no articles to measure the rules on; see 'onrecord rules profile --help'");
  const std::optional<RuleSet> rules = load_rules_in_force(options.rules);
  if (!rules) return exit_rules;
  RuleProfiler profiler(*rules);
  const Measured measured = measure(options, *rules, profiler);
  const double cost = per(profiler.total(), measured.bytes, 1e6);
  const bool over = budget && cost > *budget;
  Report report;
  report.command = "rules profile";
  if (over) {
    Diagnostic diagnostic;
    diagnostic.message = fmt::format("the rules take {:.1f} ms for a megabyte, more than {}", cost / 1e6, options.budget);
    report.findings.push_back(std::move(diagnostic));
  }
  report.text_shows_findings = false;
  report.text = table(*rules, profiler, measured, options.top);
  report.details = details(*rules, profiler, measured).dump();
  report.summary = fmt::format("{} documents, {} bytes: patterns {:.1f} ms/MB, {:.0f} % of the extraction{}", measured.documents, measured.bytes, cost / 1e6,
                               share(profiler.total(), measured.all), over ? fmt::format("; more than {}", options.budget) : "");
  const int written = write_report(std::move(report), options.report);
  if (written != exit_done) return written;
  if (over) return exit_no;
  return measured.failed > 0 ? exit_some_failed : exit_done;
}

}  // namespace

Command add_rules_profile_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("profile", "Measure what each rule costs on articles, the slowest first");
  app->footer(footer);
  const auto options = std::make_shared<ProfileOptions>();
  add_input_options(*app, options->input);
  add_rule_options(*app, options->rules);
  app->add_option("--budget", options->budget, "Fail where all patterns together take more, for instance 5ms/MB")->type_name("TIME/SIZE");
  app->add_option("--top", options->top, "Show only the slowest N; 0: all")->type_name("N")->capture_default_str();
  add_report_options(*app, options->report);
  return {app, [options] { return profile(*options); }};
}

}  // namespace onrecord
