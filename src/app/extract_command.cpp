#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <unistd.h>

#include "onrecord/app/command.h"
#include "onrecord/app/exit_code.h"
#include "onrecord/app/messages.h"
#include "onrecord/app/rule_options.h"
#include "onrecord/output/kinds.h"
#include "onrecord/output/ndjson.h"
#include "onrecord/pipeline/pipeline.h"

namespace onrecord {
namespace {

constexpr const char* footer = R"(Input
  FILE is a text of one article (.txt, .md, anything), or a file of many, one JSON object a
  line (.jsonl, .ndjson). A folder stands for all .txt, .text, .md, .jsonl and .ndjson files in
  it and below, by name; hidden files and links are left out. "-" is standard input, which is
  also read when no file is named. Text is UTF-8; UTF-16 is known by its byte order mark.

Output
  One JSON object a line: a "document" record for each article, then its "speaker", "quote",
  "claim" and "faq" records in the order of the text. What cannot be read gives an "error"
  record and a line on standard error, and the rest goes on. 'onrecord schema' tells all keys.

Exit codes
  0 done   2 wrong usage   3 the rules do not load   4 some inputs failed, the rest is done
  5 the output could not be written

Examples
  onrecord extract article.txt
  onrecord extract news/ -o records.ndjson
  onrecord extract --type quote article.txt | jq -r '.speaker.name + ": " + .text'
  find news -name '*.txt' -print0 | onrecord extract --files-from - -0
  onrecord extract --from jsonl --text-field body --id-field url < dump.jsonl)";

const std::map<std::string, InputFormat> formats = {
    {"auto", InputFormat::automatic}, {"text", InputFormat::text}, {"jsonl", InputFormat::jsonl}};

struct ExtractArguments {
  InputOptions input;
  PipelineOptions pipeline;
  RuleOptions rules;
  NdjsonOptions format;
  std::string output = "-";
  bool quiet = false;
  bool verbose = false;
};

void add_input_options(CLI::App& app, InputOptions& input) {
  app.add_option("FILES", input.paths, "Articles: files, folders, - for standard input")->type_name("");
  app.add_option("--files-from", input.list, "Read more names of files from FILE (or -), one a line")->type_name("FILE");
  app.add_flag("-0,--null", input.list_ends_in_null, "Names in that list end in NUL, as from 'find -print0'");
  app.add_option_function<std::string>("--from", [&input](const std::string& name) { input.format = formats.at(name); },
                                       "auto, text or jsonl. auto goes by the suffix; standard input is\ntext unless a field is named")
      ->check(CLI::IsMember(std::vector<std::string>{"auto", "text", "jsonl"}).description(""))
      ->type_name("FORMAT")
      ->take_last();
  app.add_option("--text-field", input.text_field, "JSONL: the key of the text. Default: the first of text, maintext,\narticleBody, body and content that is a string")
      ->type_name("NAME")
      ->take_last();
  app.add_option("--id-field", input.id_field, "JSONL: the key of the document's id. Default: id where there is\none, else FILE:LINE")
      ->type_name("NAME")
      ->take_last();
  app.add_option("--max-doc-bytes", input.max_document_bytes, "Refuse documents with more bytes; takes 500k, 64M. Default: 64M")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->type_name("N")
      ->take_last();
}

void add_output_options(CLI::App& app, ExtractArguments& arguments) {
  app.add_option("--type", arguments.format.kinds, "Write only these kinds of records, for instance quote,claim.\nErrors are always written")
      ->type_name("KINDS")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("-o,--output", arguments.output, "Write to FILE, which appears whole at the end or not at all.\nDefault: - (standard output)")
      ->type_name("FILE")
      ->take_last();
  app.add_flag("--emit-text", arguments.format.emit_text, "Put the whole text into each document record");
  app.add_flag("--terms", arguments.pipeline.extract.terms, "Also write quotes of kind term: coinages, titles, scare quotes");
  app.add_flag("--fail-fast", arguments.pipeline.fail_fast, "Stop at the first input that fails");
  app.add_flag("-q,--quiet", arguments.quiet, "No messages about inputs; error records and exit code still tell");
  app.add_flag("-v,--verbose", arguments.verbose, "Tell at the end how much was read and found");
}

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

int exit_code_of(const PipelineOutcome& outcome) {
  if (outcome.output_failed) return exit_output;
  return outcome.errors > 0 ? exit_some_failed : exit_done;
}

void show_summary(const PipelineOutcome& outcome) {
  std::fprintf(stderr, "onrecord: documents %llu, records %llu, errors %llu\n",
               static_cast<unsigned long long>(outcome.documents), static_cast<unsigned long long>(outcome.records),
               static_cast<unsigned long long>(outcome.errors));
}

int extract_to(OutputFile output, const ExtractArguments& arguments, const RuleSet& rules) {
  DocumentStream input(arguments.input);
  const NdjsonWriter writer(rules, arguments.format);
  const auto report = [&arguments](const Diagnostic& diagnostic) {
    if (!arguments.quiet) show(diagnostic);
  };
  PipelineOutcome outcome = run_pipeline(rules, input, writer, output, arguments.pipeline, report);
  Diagnostics diagnostics;
  if (!outcome.output_failed && !output.finish(diagnostics)) outcome.output_failed = true;
  show(diagnostics);
  if (arguments.verbose) show_summary(outcome);
  return exit_code_of(outcome);
}

int run_extract(ExtractArguments& arguments) {
  if (arguments.input.paths.empty() && !arguments.input.list) {
    if (isatty(STDIN_FILENO) != 0)
      return usage_error("no files, and standard input is a terminal; try 'onrecord extract FILE' or 'onrecord --help'");
    arguments.input.paths.emplace_back("-");
  }
  if (asks_twice_for_standard_input(arguments.input)) return usage_error("standard input (-) is asked for twice");
  const std::optional<RuleSet> rules = load_rules_in_force(arguments.rules);
  if (!rules) return exit_rules;
  if (const std::string problem = problem_with_kinds(arguments.format.kinds, *rules); !problem.empty()) return usage_error(problem);
  if (arguments.output == "-") return extract_to(OutputFile::standard_output(), arguments, *rules);
  Diagnostics diagnostics;
  std::optional<OutputFile> output = OutputFile::open(arguments.output, diagnostics);
  show(diagnostics);
  return output ? extract_to(*std::move(output), arguments, *rules) : exit_output;
}

}  // namespace

Command add_extract_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("extract", "Find quotes, claims, speakers and FAQ pairs in news articles");
  app->footer(footer);
  const auto arguments = std::make_shared<ExtractArguments>();
  add_input_options(*app, arguments->input);
  add_output_options(*app, *arguments);
  add_rule_options(*app, arguments->rules);
  return {app, [arguments] { return run_extract(*arguments); }};
}

}  // namespace onrecord
