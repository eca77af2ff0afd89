#include "onrecord/app/extract_run.h"

#include <sched.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "onrecord/app/exit_code.h"
#include "onrecord/app/extract_output.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/progress.h"
#include "onrecord/app/stop_signals.h"
#include "onrecord/input/markup_words.h"
#include "onrecord/output/kinds.h"

namespace onrecord {
namespace {

/// Standard input can be read once.
bool asks_twice_for_standard_input(const InputOptions& input) {
  const auto times = std::count(input.paths.begin(), input.paths.end(), "-");
  return times + (input.list == "-" ? 1 : 0) > 1;
}

/// What is wrong with a name given to `--type`; empty: nothing.
std::string problem_with_kinds(const std::vector<std::string>& kinds, const RuleSet& rules) {
  const std::vector<std::string> known = record_kinds(rules);
  for (const std::string& kind : kinds) {
    if (std::find(known.begin(), known.end(), kind) != known.end()) continue;
    std::string problem = "--type: there are no records of kind '" + kind + "'";
    if (const std::string near = nearest(kind, known); !near.empty()) return problem + ", did you mean '" + near + "'?";
    problem += "; the kinds are";
    for (const std::string& name : known) problem += ' ' + name;
    return problem;
  }
  return {};
}

int exit_code_of(const RunSummary& summary) {
  if (summary.output_failed) return exit_output;
  return summary.error_count() > 0 ? exit_some_failed : exit_done;
}

void show_summary(const RunSummary& summary) {
  std::fprintf(stderr, "onrecord: documents %llu, records %llu, errors %llu\n", static_cast<unsigned long long>(summary.documents),
               static_cast<unsigned long long>(summary.record_count()), static_cast<unsigned long long>(summary.error_count()));
}

bool is_pipe(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
}

/// The cores that this program may run on.
std::size_t core_count() {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  if (sched_getaffinity(0, sizeof(cores), &cores) != 0) return 1;
  return static_cast<std::size_t>(CPU_COUNT(&cores));
}

/// In a pipe the other programs have cores to run on too.
std::size_t threads_for(const ExtractArguments& arguments) {
  const std::vector<std::string>& paths = arguments.input.paths;
  const bool reads_pipe = std::find(paths.begin(), paths.end(), "-") != paths.end() && is_pipe(STDIN_FILENO);
  const bool writes_pipe = arguments.output == "-" && arguments.output_folder.empty() && is_pipe(STDOUT_FILENO);
  const std::size_t jobs = arguments.jobs.value_or(reads_pipe || writes_pipe ? 1 : 0);
  return jobs == 0 ? core_count() : jobs;
}

ProgressStyle progress_style(const ExtractArguments& arguments) {
  if (arguments.progress == "plain") return ProgressStyle::plain;
  const bool is_shown = arguments.progress == "auto" && !arguments.quiet && isatty(STDERR_FILENO) != 0;
  // Records that come on the same terminal would be torn by it.
  return is_shown && (arguments.output != "-" || isatty(STDOUT_FILENO) == 0) ? ProgressStyle::terminal : ProgressStyle::none;
}

/// Runs the pipeline; the output is closed when it returns.
RunSummary extract_to(OpenedOutput output, const ExtractArguments& arguments, const RuleSet& rules, const RecordWriter& writer) {
  if (!output.sink) return output.resumed;
  InputOptions input = arguments.input;
  PipelineOptions pipeline = arguments.pipeline;
  input.skip_units = output.resumed.units;
  input.digest_units = arguments.resumes && arguments.output_folder.empty();
  pipeline.resumed = std::move(output.resumed);
  Progress progress(progress_style(arguments), input);
  const PipelineObserver observer = {[&](const Diagnostic& diagnostic) {
                                       if (!arguments.quiet) progress.message(diagnostic);
                                     },
                                     [&](const RunSummary& summary) { progress.update(summary); }};
  return run_pipeline(rules, input, writer, *output.sink, pipeline, observer);
}

int extract_with(ExtractArguments& arguments, const RuleSet& rules, const WriterMaker& make) {
  const auto start = std::chrono::steady_clock::now();
  const std::unique_ptr<RecordWriter> writer = make(rules);
  StopSignals signals;
  arguments.input.stop_descriptor = signals.descriptor();
  std::optional<OpenedOutput> output = open_output(arguments, rules, *writer);
  if (!output) return exit_output;
  arguments.input.outputs = outputs_of(arguments);  // a folder is there only now
  const RunSummary summary = extract_to(*std::move(output), arguments, rules, *writer);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (arguments.verbose) show_summary(summary);
  const bool has_stats = arguments.stats.empty() || write_stats(arguments.stats, summary, seconds);
  if (summary.was_stopped) signals.die_if_asked();
  return has_stats ? exit_code_of(summary) : exit_output;
}

/// The rules in force, of which there are some megabytes with their automata. They are kept until the process ends, because to give
/// them back piece by piece takes as long as to load them. None where they do not load.
const std::optional<RuleSet>& rules_of_process(const RuleOptions& options) {
  static const auto* const rules = new std::optional<RuleSet>(load_rules_in_force(options));
  return *rules;
}

}  // namespace

int run_extract(ExtractArguments& arguments, const WriterMaker& make) {
  if (arguments.input.paths.empty() && !arguments.input.list) {
    if (isatty(STDIN_FILENO) != 0) return usage_error("no files, and standard input is a terminal; name a FILE, or see 'onrecord --help'");
    arguments.input.paths.emplace_back("-");
  }
  arguments.input.max_document_bytes = std::min(arguments.input.max_document_bytes, most_document_bytes);
  arguments.pipeline.jobs = threads_for(arguments);
  arguments.format.pass = arguments.input.pass;
  if (arguments.fail_fast) arguments.pipeline.max_errors = 1;
  if (asks_twice_for_standard_input(arguments.input)) return usage_error("standard input (-) is asked for twice");
  if (const std::string problem = problem_with_output(arguments); !problem.empty()) return usage_error(problem);
  const std::optional<RuleSet>& rules = rules_of_process(arguments.rules);
  if (!rules) return exit_rules;
  if (const std::string problem = problem_with_kinds(arguments.format.kinds, *rules); !problem.empty()) return usage_error(problem);
  arguments.input.markup = markup_words(*rules);
  return extract_with(arguments, *rules, make);
}

}  // namespace onrecord
