#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/report_options.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/app/rules_commands.h"
#include "onrecord/workbench/read_documents.h"
#include "onrecord/workbench/rule_changes.h"
#include "onrecord/workbench/rule_coverage.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* footer = R"(A rule is covered if it makes something in one of its tests and nothing in another. What else the
tests leave out is told, too: fields that none of them fills, patterns of `any` that none takes,
words of lexicons that stand in none. With --corpus the same for articles: rules that make nothing
there, words that never occur.

Exit codes
  0 done   1 less is covered than --min asks for   2 wrong usage   3 the rules do not load
  4 some articles failed   5 the output could not be written)";

constexpr std::size_t most_words_shown = 12;

struct CoverageOptions {
  RuleOptions rules;
  ReportOptions report;
  std::optional<std::uint64_t> minimum;
  std::string changed_since;
  std::vector<std::string> corpus;
  bool all = false;
};

/// Ids of the rules that are looked at: all that are on, or those that work otherwise than at the revision.
std::optional<std::set<std::string>> rules_looked_at(const CoverageOptions& options, const RuleSet& rules, Diagnostics& diagnostics) {
  std::set<std::string> ids;
  for (const Rule& rule : rules.rules())
    if (!rule.definition().off) ids.insert(rule.name);
  if (options.changed_since.empty()) return ids;
  auto files = rule_files_at(options.changed_since, options.rules, diagnostics);
  if (!files) return std::nullopt;
  Diagnostics ignored;  // rules of the past may be broken; what cannot be read of them counts as changed
  const std::set<std::string> changed = changed_rules(rules.definition(), parse_rules(*std::move(files), ignored));
  std::erase_if(ids, [&](const std::string& id) { return !changed.contains(id); });
  return ids;
}

/// "  thing.one  fires:2 silent:0  NEVER SILENT IN A TEST  field size  pattern 2"
std::string gaps_of(const RuleCoverage& coverage) {
  std::string gaps;
  if (coverage.fires == 0) gaps += "  NEVER FIRES IN A TEST";
  if (coverage.silent == 0) gaps += "  NEVER SILENT IN A TEST";
  for (const auto& [field, filled] : coverage.fields)
    if (!filled) gaps += fmt::format("  field {} never filled", field);
  for (std::size_t i = 0; coverage.patterns.size() > 1 && i < coverage.patterns.size(); ++i)
    if (!coverage.patterns[i]) gaps += fmt::format("  pattern {} never taken", i + 1);
  return gaps;
}

std::string rules_text(const std::vector<const RuleCoverage*>& rules, bool all) {
  std::size_t width = 0;
  for (const RuleCoverage* coverage : rules) width = std::max(width, coverage->rule->name.size());
  std::string text;
  for (const RuleCoverage* coverage : rules) {
    const std::string gaps = gaps_of(*coverage);
    if (all || !gaps.empty()) text += fmt::format("{:<{}}  fires:{} silent:{}{}\n", coverage->rule->name, width, coverage->fires, coverage->silent, gaps);
  }
  return text;
}

std::vector<std::string> words_not_in(const LexiconCoverage& coverage) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < coverage.words.size(); ++i)
    if (!coverage.words[i]) words.emplace_back(coverage.lexicon->word(coverage.lexicon->entries()[i]));
  return words;
}

std::string lexicons_text(const CoverageCounter& counter) {
  std::string text;
  for (const LexiconCoverage& coverage : counter.lexicons()) {
    const std::vector<std::string> missing = words_not_in(coverage);
    if (missing.empty()) continue;
    text += fmt::format("lexicon {}: {} of {} words", coverage.lexicon->name(), coverage.words.size() - missing.size(), coverage.words.size());
    for (std::size_t i = 0; i < std::min(missing.size(), most_words_shown); ++i) text += fmt::format("{}{}", i == 0 ? "; not: " : ", ", missing[i]);
    text += missing.size() > most_words_shown ? ", …\n" : "\n";
  }
  return text;
}

std::string dead_rules_text(const CoverageCounter& counter) {
  std::string text;
  for (const RuleCoverage& coverage : counter.rules())
    if (!coverage.rule->definition().off && counter.made()[coverage.rule->id] == 0)
      text += fmt::format("{}  makes nothing in the corpus\n", coverage.rule->name);
  return text;
}

Json lexicons_json(const CoverageCounter& counter) {
  Json lexicons = Json::object();
  for (const LexiconCoverage& coverage : counter.lexicons()) {
    const std::vector<std::string> missing = words_not_in(coverage);
    lexicons[coverage.lexicon->name()] = {{"words", coverage.words.size()}, {"hit", coverage.words.size() - missing.size()}, {"missing", missing}};
  }
  return lexicons;
}

Json rule_json(const RuleCoverage& coverage) {
  Json object = {{"id", coverage.rule->name}, {"fires", coverage.fires}, {"silent", coverage.silent}, {"fields", Json::object()}};
  for (const auto& [field, filled] : coverage.fields) object["fields"][field] = filled;
  object["patterns"] = coverage.patterns;
  return object;
}

Json corpus_json(const CoverageCounter& counter) {
  Json made = Json::object();
  for (const RuleCoverage& coverage : counter.rules()) made[coverage.rule->name] = counter.made()[coverage.rule->id];
  return {{"made", made}, {"lexicons", lexicons_json(counter)}};
}

/// Runs the articles; returns how many inputs failed.
std::uint64_t add_corpus(const std::vector<std::string>& paths, const RuleSet& rules, CoverageCounter& counter) {
  InputOptions input;
  input.paths = paths;
  return read_documents(
      input, rules, [&](const SourceDocument& document) { counter.add(document.text); }, [](const Diagnostic& diagnostic) { show(diagnostic); });
}

Diagnostic finding_of(const RuleCoverage& coverage, bool too_little) {
  Diagnostic diagnostic;
  diagnostic.severity = too_little ? Severity::error : Severity::warning;
  diagnostic.rule = coverage.rule->name;
  diagnostic.file = coverage.rule->definition().at.file;
  diagnostic.line = coverage.rule->definition().at.line;
  diagnostic.message = fmt::format("{}: {}", coverage.rule->name,
                                   coverage.fires == 0 && coverage.silent == 0 ? "no test"
                                   : coverage.fires == 0                       ? "no test in which it fires"
                                                                               : "no test in which it stays silent");
  return diagnostic;
}

struct Tally {
  std::uint64_t covered = 0;
  std::vector<const RuleCoverage*> rules;

  std::uint64_t share() const { return percent(covered, rules.size()); }
};

int report(const CoverageOptions& options, const CoverageCounter& tests, const CoverageCounter* corpus, const Tally& tally) {
  const bool too_little = options.minimum && tally.share() < *options.minimum;
  Report report;
  report.command = "rules coverage";
  Diagnostics findings;
  for (const RuleCoverage* coverage : tally.rules)
    if (coverage->fires == 0 || coverage->silent == 0) findings.add(finding_of(*coverage, too_little));
  name_files_as_given(options.rules, findings);
  report.findings = findings.items();
  report.text_shows_findings = false;
  report.text = rules_text(tally.rules, options.all) + (options.all ? lexicons_text(tests) : "");
  report.counts = {{"rules", tally.rules.size()}, {"covered", tally.covered}, {"percent", tally.share()}};
  report.summary = fmt::format("{} of {} rules fire in a test and stay silent in one: {} %{}", tally.covered, tally.rules.size(), tally.share(),
                               too_little ? fmt::format(", less than {} %", *options.minimum) : "");
  Json details = {{"rules", Json::array()}, {"lexicons", lexicons_json(tests)}};
  for (const RuleCoverage* coverage : tally.rules) details["rules"].push_back(rule_json(*coverage));
  if (corpus != nullptr) {
    report.text += dead_rules_text(*corpus) + lexicons_text(*corpus);
    details["corpus"] = corpus_json(*corpus);
  }
  report.details = details.dump();
  const int written = write_report(std::move(report), options.report);
  if (written != exit_done) return written;
  return too_little ? exit_no : exit_done;
}

int coverage(const CoverageOptions& options) {
  const std::optional<RuleSet> rules = load_rules_in_force(options.rules);
  if (!rules) return exit_rules;
  Diagnostics diagnostics;
  const auto ids = rules_looked_at(options, *rules, diagnostics);
  show(diagnostics);
  if (!ids) return exit_rules;
  CoverageCounter tests(*rules);
  tests.add_tests();
  Tally tally;
  for (const RuleCoverage& coverage : tests.rules()) {
    if (!ids->contains(coverage.rule->name)) continue;
    tally.rules.push_back(&coverage);
    if (coverage.fires > 0 && coverage.silent > 0) ++tally.covered;
  }
  std::optional<CoverageCounter> corpus;
  std::uint64_t failed = 0;
  if (!options.corpus.empty()) failed = add_corpus(options.corpus, *rules, corpus.emplace(*rules));
  const int code = report(options, tests, corpus ? &*corpus : nullptr, tally);
  return code == exit_done && failed > 0 ? exit_some_failed : code;
}

}  // namespace

Command add_rules_coverage_command(CLI::App& rules) {
  CLI::App* app = rules.add_subcommand("coverage", "Tell what the tests of rules leave out, and what never occurs in articles");
  app->footer(footer);
  const auto options = std::make_shared<CoverageOptions>();
  add_rule_options(*app, options->rules);
  app->add_option("--min", options->minimum, "Fail where less than so many percent of the rules are covered; rounded down")
      ->type_name("P")
      ->check(CLI::Range(0, 100).description(""));
  app->add_option("--changed-since", options->changed_since, "Only rules that work otherwise than at this git revision, by a list of words, too")
      ->type_name("REV");
  app->add_option("--corpus", options->corpus, "Also run these articles: files, folders")->type_name("PATH")->allow_extra_args(false);
  app->add_flag("--all", options->all, "Show all rules and lexicons, not only rules with gaps");
  add_report_options(*app, options->report);
  return {app, [options] { return coverage(*options); }};
}

}  // namespace onrecord
