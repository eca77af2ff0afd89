#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <memory>
#include <nlohmann/json.hpp>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/extract_options.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/option_values.h"
#include "onrecord/app/report_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/extract/extract.h"
#include "onrecord/workbench/read_documents.h"
#include "onrecord/workbench/rule_profile.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* footer = R"(The slowest rule comes first. 'search' is the time in which its matches are found, and weighed;
'groups' that in which is found what their groups hold. A rule's 'filter' is its layer's: one
pass over the text tells at once which patterns without an anchor may match. Where rules share a
part of a pattern, the first that needs it pays. 'memory' is that of automata and filters.

Below the table stands by rule what went slower than it should: automata that were thrown away
and built anew because they took too much memory ('resets'), and searches that the automata left
to RE2, of whose own automata nothing can be told.

Times differ from run to run; tried, matched and kept do not. Of rules that are not built in the
automata are built as they read: on a few articles that is most of the time. A budget is for
some megabytes.

Exit codes
  0 done   1 the rules took more than --budget   2 wrong usage   3 the rules do not load
  4 some articles failed   5 the output could not be written)";

constexpr std::uint64_t enough_bytes = 1U << 20U;
constexpr const char* too_little_text = "less than a megabyte was read: most of this time automata were built, which a budget should not measure";

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

double share(Nanoseconds part, Nanoseconds whole) {
  return whole.count() == 0 ? 0 : 100.0 * static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

double per(Nanoseconds time, std::uint64_t bytes, double unit) {
  return bytes == 0 ? 0 : static_cast<double>(time.count()) * unit / static_cast<double>(bytes);
}

std::vector<const Rule*> slowest_first(const RuleSet& rules, const RuleProfiler& profiler) {
  std::vector<const Rule*> order;
  for (const Rule& rule : rules.rules())
    if (!rule.definition().off && !rule.patterns.empty()) order.push_back(&rule);
  std::stable_sort(order.begin(), order.end(), [&](const Rule* a, const Rule* b) { return profiler.rules()[a->id].time > profiler.rules()[b->id].time; });
  return order;
}

std::string in_kilobytes(std::int64_t bytes) { return fmt::format("{} KB", (bytes + 1023) / 1024); }

/// Which automata were too large or too slow, and how often.
std::string slow_spots(const RuleSet& rules, const RuleProfiler& profiler) {
  std::string text;
  for (const Rule* rule : slowest_first(rules, profiler)) {
    const RegexCounts& counts = profiler.rules()[rule->id].regex;
    std::string line;
    for (const auto& [count, what] : {std::pair(counts.resets, "resets"), std::pair(counts.by_re2, "searches by RE2")})
      if (count > 0) line += fmt::format("{}{} {}", line.empty() ? "" : ", ", count, what);
    if (!line.empty()) text += fmt::format("{}: {}\n", rule->name, line);
  }
  return text.empty() ? text : '\n' + text;
}

std::string table(const RuleSet& rules, const RuleProfiler& profiler, const Measured& measured, std::size_t top) {
  std::size_t width = 12;
  for (const Rule& rule : rules.rules()) width = std::max(width, rule.name.size());
  std::string text = fmt::format("{:<{}}  {:>6}  {:>7}  {:>7}  {:>9}  {:>9}  {:>9}  {:>9}  {:>8}  {:>8}\n", "rule", width, "time", "search", "groups", "ns/KB",
                                 "tried", "matched", "kept", "program", "memory");
  const std::vector<const Rule*> order = slowest_first(rules, profiler);
  for (std::size_t i = 0; i < order.size() && (top == 0 || i < top); ++i) {
    const RuleCost& cost = profiler.rules()[order[i]->id];
    text += fmt::format("{:<{}}  {:>5.1f}%  {:>6.1f}%  {:>6.1f}%  {:>9.0f}  {:>9}  {:>9}  {:>9}  {:>8}  {:>8}\n", order[i]->name, width,
                        share(cost.time, profiler.total()), share(cost.search_time(), profiler.total()), share(cost.regex.groups, profiler.total()),
                        per(cost.time, measured.bytes, 1e3), cost.tried, cost.matched, cost.kept, cost.program, in_kilobytes(cost.regex.memory));
  }
  for (std::size_t i = 0; i < rules.layers().size(); ++i) {
    if (!rules.layers()[i].filter) continue;
    const auto& [time, memory] = profiler.filters()[i];
    text += fmt::format("{:<{}}  {:>5.1f}%  {:>7}  {:>7}  {:>9.0f}  {:>49}\n", "filter of " + rules.layers()[i].name, width, share(time, profiler.total()), "",
                        "", per(time, measured.bytes, 1e3), in_kilobytes(memory));
  }
  return text + slow_spots(rules, profiler);
}

Json cost_json(const RuleCost& cost) {
  return {{"nanoseconds", cost.time.count()},
          {"search_nanoseconds", cost.search_time().count()},
          {"groups_nanoseconds", cost.regex.groups.count()},
          {"tried", cost.tried},
          {"matched", cost.matched},
          {"kept", cost.kept},
          {"program", cost.program},
          {"memory", cost.regex.memory},
          {"resets", cost.regex.resets},
          {"by_re2", cost.regex.by_re2}};
}

Json details(const RuleSet& rules, const RuleProfiler& profiler, const Measured& measured) {
  Json object = {{"bytes", measured.bytes},
                 {"documents", measured.documents},
                 {"nanoseconds", measured.all.count()},
                 {"rules_nanoseconds", profiler.total().count()},
                 {"all_rules", cost_json(profiler.all_rules())},
                 {"rules", Json::array()},
                 {"filters", Json::object()}};
  for (const Rule* rule : slowest_first(rules, profiler)) {
    Json row = {{"id", rule->name}};
    row.update(cost_json(profiler.rules()[rule->id]));
    object["rules"].push_back(std::move(row));
  }
  for (std::size_t i = 0; i < rules.layers().size(); ++i)
    if (rules.layers()[i].filter)
      object["filters"][rules.layers()[i].name] = {{"nanoseconds", profiler.filters()[i].time.count()}, {"memory", profiler.filters()[i].memory}};
  return object;
}

Measured measure(const ProfileOptions& options, const RuleSet& rules, RuleProfiler& profiler) {
  Measured measured;
  const auto run = [&](SourceDocument document) {
    ++measured.documents;
    measured.bytes += document.text.size();
    const auto began = std::chrono::steady_clock::now();
    extract(rules, {std::move(document.text), document.sha256, std::move(document.headings)}, {.observer = &profiler});
    measured.all += std::chrono::steady_clock::now() - began;
  };
  measured.failed = read_documents(options.input, rules, run, [](const Diagnostic& diagnostic) { show(diagnostic); });
  return measured;
}

int profile(const ProfileOptions& options) {
  const std::optional<double> budget = read_cost_budget(options.budget);
  if (!options.budget.empty() && !budget) return usage_error(fmt::format("--budget: '{}' is no time for a size, as 3s/MB is", options.budget));
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
    if (measured.bytes < enough_bytes) diagnostic.hint = too_little_text;
    report.findings.push_back(std::move(diagnostic));
  }
  report.text_shows_findings = false;
  report.text = table(*rules, profiler, measured, options.top);
  if (over && measured.bytes < enough_bytes) report.text += fmt::format("{}\n", too_little_text);
  report.details = details(*rules, profiler, measured).dump();
  const RuleCost all = profiler.all_rules();
  report.summary = fmt::format(
      "{} document{}, {} bytes: patterns {:.1f} ms/MB, {:.0f} % of the extraction: filters {:.0f} %, search {:.0f} %, groups {:.0f} %{}", measured.documents,
      measured.documents == 1 ? "" : "s", measured.bytes, cost / 1e6, share(profiler.total(), measured.all), share(profiler.total() - all.time, measured.all),
      share(all.search_time(), measured.all), share(all.regex.groups, measured.all), over ? fmt::format("; more than {}", options.budget) : "");
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
  app->add_option("--budget", options->budget, "Fail where all patterns together take more, for instance 3s/MB")->type_name("TIME/SIZE");
  app->add_option("--top", options->top, "Show only the slowest N; 0: all")->check(problem_with_count)->type_name("N")->capture_default_str();
  add_report_options(*app, options->report);
  return {app, [options] { return profile(*options); }};
}

}  // namespace onrecord
