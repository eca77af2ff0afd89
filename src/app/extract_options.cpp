#include "onrecord/app/extract_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/app/option_values.h"
#include "onrecord/convert/charset.h"

namespace onrecord {
namespace {

/// What `--from` takes, as messages list it.
constexpr std::array<std::pair<const char*, InputFormat>, 13> input_formats = {{{"auto", InputFormat::automatic},
                                                                                {"text", InputFormat::text},
                                                                                {"markdown", InputFormat::markdown},
                                                                                {"md", InputFormat::markdown},
                                                                                {"captions", InputFormat::captions},
                                                                                {"jsonl", InputFormat::jsonl},
                                                                                {"csv", InputFormat::csv},
                                                                                {"tsv", InputFormat::tsv},
                                                                                {"html", InputFormat::html},
                                                                                {"xml", InputFormat::xml},
                                                                                {"warc", InputFormat::warc},
                                                                                {"tar", InputFormat::tar},
                                                                                {"zip", InputFormat::zip}}};

InputFormat input_format_called(std::string_view name) {
  const auto found = std::find_if(input_formats.begin(), input_formats.end(), [name](const auto& known) { return known.first == name; });
  return found == input_formats.end() ? InputFormat::automatic : found->second;
}

/// A check that a value is one of the names that `name_of` finds in `items`.
template <typename Items, typename NameOf>
CLI::Validator one_of(const Items& items, NameOf name_of) {
  std::vector<std::string> names;
  for (const auto& item : items) names.emplace_back(name_of(item));
  return CLI::IsMember(names).description("");
}

constexpr std::uint64_t most_threads = 1024;
constexpr const char* jobs_variable = "ONRECORD_JOBS";

/// The fields of well-known dumps of news as JSON lines.
struct Preset {
  const char* name;
  const char* text;
  const char* title;
  const char* id;
};
constexpr std::array<Preset, 3> presets = {
    {{"cc-news", "text", "title", "url"}, {"news-please", "maintext", "title", "url"}, {"realnews", "text", "title", "url"}}};

/// Fields named by options of their own go first.
void apply_preset(const std::string& name, InputOptions& input) {
  const auto preset = std::find_if(presets.begin(), presets.end(), [&name](const Preset& known) { return known.name == name; });
  if (preset == presets.end()) return;
  if (!input.text_field) input.text_field = preset->text;
  if (!input.title_field) input.title_field = preset->title;
  if (!input.id_field) input.id_field = preset->id;
}

/// Reads "2/8", the second of eight shards. What is wrong with it; empty: nothing.
std::string read_shard(const std::string& text, InputOptions& input) {
  const char* const end = text.data() + text.size();
  std::uint64_t number = 0;
  std::uint64_t count = 0;
  const auto [slash, first_error] = std::from_chars(text.data(), end, number);
  if (first_error != std::errc() || slash == end || *slash != '/') return "--shard: two numbers with a slash are wanted, as in 2/8";
  const auto [rest, second_error] = std::from_chars(slash + 1, end, count);
  if (second_error != std::errc() || rest != end) return "--shard: two numbers with a slash are wanted, as in 2/8";
  if (number < 1 || number > count) return "--shard: the first number goes from 1 to the second";
  input.shard = number - 1;
  input.shards = count;
  return {};
}

std::string problem_with_name(const std::string& name) { return name.empty() ? "a name is wanted, and this one is empty" : std::string(); }

/// The number of threads may come from the environment, and then the message must send people there.
std::string problem_with_jobs(const std::string& text) {
  std::string problem = problem_with_number(text, 0, most_threads, "a number from 0 to 1024");
  const char* const set = std::getenv(jobs_variable);
  if (!problem.empty() && set != nullptr && text == set) problem += std::string(", as ") + jobs_variable + " says";
  return problem;
}

/// Takes bytes, also as 500k and 64M, which count by 1024.
template <typename Size>
CLI::Option* add_size_option(CLI::App& app, const char* name, Size& size, const char* description) {
  static const CLI::Validator as_size = CLI::AsSizeValue(false).description("");  // to put its table of units together takes a hundredth of a start
  return app.add_option(name, size, description)->transform(as_size)->transform(CLI::Validator(problem_with_size, ""))->type_name("N")->take_last();
}

}  // namespace

void add_input_options(CLI::App& app, InputOptions& input) {
  app.add_option("FILES", input.paths, "Articles: files, folders, - for standard input")->check(problem_with_name)->type_name("");
  app.add_option("--files-from", input.list, "Read more names of files from FILE (or -), one a line")->check(problem_with_name)->type_name("FILE");
  app.add_flag("-0,--null", input.list_ends_in_null, "Names in that list end in NUL, as from 'find -print0'");
  app.add_option_function<std::string>(
         "--from", [&input](const std::string& name) { input.format = input_format_called(name); },
         "text, markdown, captions, jsonl, csv, tsv, html, xml (NITF, NewsML-G2,\nRSS, Atom), warc, tar or zip. Default: auto, by the first bytes, then by the "
         "name")
      ->check(one_of(input_formats, [](const auto& known) { return known.first; }))
      ->type_name("FORMAT")
      ->take_last();
  app.add_option("--text-field", input.text_field,
                 "JSONL, CSV: the key of the text. Default: the first of text, maintext,\narticleBody, body and content that is a string")
      ->type_name("NAME")
      ->take_last();
  app.add_option("--id-field", input.id_field, "JSONL, CSV: the key of the document's id. Default: id where\nthere is one, else FILE:LINE")
      ->type_name("NAME")
      ->take_last();
  app.add_option("--title-field", input.title_field, "JSONL, CSV: the key of the title. Default: it is looked for in the text")->type_name("NAME")->take_last();
  app.add_option_function<std::string>(
         "--preset", [&input](const std::string& name) { apply_preset(name, input); }, "JSONL: the keys of a well-known dump: cc-news, news-please or realnews")
      ->check(one_of(presets, [](const Preset& known) { return known.name; }))
      ->type_name("NAME")
      ->take_last();
  app.add_option("--encoding", input.encoding, "Of texts that are not UTF-8. Default: what they declare, else a guess")
      ->check([](const std::string& name) { return is_encoding(name) ? std::string() : "there is no encoding '" + name + "'"; })
      ->type_name("NAME")
      ->take_last();
  app.add_option("--pass", input.pass,
                 "JSONL, CSV, Markdown with front matter: copy these fields into each\nrecord, as in --pass url,date; they stand in an object called pass")
      ->type_name("NAMES")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option_function<std::string>(
         "--key-prefix", [&input](const std::string&) { input.has_keys = true; },
         "tab: each line is a key, a tab and an object, and each record is\nwritten behind the key and a tab")
      ->check(CLI::IsMember(std::vector<std::string>{"tab"}).description(""))
      ->type_name("tab")
      ->take_last();
  app.add_option_function<std::string>(
         "--shard",
         [&input](const std::string& text) {
           if (const std::string problem = read_shard(text, input); !problem.empty()) throw CLI::ValidationError(problem, CLI::ExitCodes::ValidationError);
         },
         "Only every Nth document, from the Ith on: --shard 1/8 to 8/8 make\nall. Counts files, lines of JSONL, rows of\ntables and members of archives, in "
         "order")
      ->type_name("I/N")
      ->take_last();
  add_size_option(app, "--max-doc-bytes", input.max_document_bytes, "Refuse documents with more bytes; takes 500k, 64M. Default: 64M");
  add_size_option(app, "--max-window", input.max_window_bytes,
                  "Refuse what takes more memory to unpack (zstd --long, xz); takes\n512M, 2G. Default: 128M, as of zstd");
  add_size_option(app, "--piece-bytes", input.piece_bytes, "About how much of the input a thread gets at once")->group("");
}

namespace {

void add_output_options(CLI::App& app, ExtractArguments& arguments) {
  app.add_option("--type", arguments.format.kinds, "Write only these kinds of records, for instance quote,claim.\nErrors are always written")
      ->type_name("KINDS")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("-o,--output", arguments.output, "Write to FILE, which appears whole at the end or not at all.\nDefault: - (standard output)")
      ->check(problem_with_name)
      ->type_name("FILE")
      ->take_last();
  app.add_option("--format", arguments.format.format,
                 "ndjson, json, csv, tsv, jsonld (schema.org), webanno (W3C Web\nAnnotation) or html (a page to look at). Default: ndjson")
      ->check(CLI::IsMember(format_names()).description(""))
      ->type_name("FORMAT")
      ->take_last();
  app.add_option("--output-dir", arguments.output_folder, "Write a file for each document below DIR, each whole or not at all")
      ->check(problem_with_name)
      ->type_name("DIR")
      ->take_last();
  app.add_flag("--resume", arguments.resumes, "Go on where a run with the same options ended: give it from the\nfirst run on. With -o FILE or --output-dir");
  app.add_flag("--emit-text", arguments.format.emit_text, "Put the whole text into each document record");
  app.add_flag_callback(
         "--plain-engine", [&arguments] { arguments.pipeline.extract.use_filters = false; }, "Try every rule everywhere: the same records, slower")
      ->group("");  // for tests of the engine
  app.add_flag("--terms", arguments.pipeline.extract.terms, "Also write quotes of kind term: coinages, titles, scare quotes");
}

void add_run_options(CLI::App& app, ExtractArguments& arguments) {
  app.add_option("-j,--jobs", arguments.jobs,
                 "Threads; 0: one for each core. The output is the same. Default: 1\nin a pipe, else 0; ONRECORD_JOBS sets another")
      ->envname(jobs_variable)
      ->check(problem_with_jobs)
      ->type_name("N")
      ->take_last();
  app.add_flag("--fail-fast", arguments.fail_fast, "Stop at the first input that fails");
  app.add_option("--max-errors", arguments.pipeline.max_errors, "Stop at the Nth error")
      ->check([](const std::string& text) { return problem_with_number(text, 1, std::numeric_limits<std::uint64_t>::max(), "a number above 0"); })
      ->type_name("N")
      ->take_last();
  app.add_option("--progress", arguments.progress, "auto, plain (lines for a log) or none. Default: auto, which shows it\non a terminal")
      ->check(CLI::IsMember(std::vector<std::string>{"auto", "plain", "none"}).description(""))
      ->type_name("STYLE")
      ->take_last();
  app.add_flag("--stats{-}", arguments.stats, "Tell at the end in JSON how much was read and found, on standard\nerror or with --stats=FILE in a file");
  app.add_flag("-q,--quiet", arguments.quiet, "No messages about inputs; error records and exit code still tell");
  app.add_flag("-v,--verbose", arguments.verbose, "Tell at the end how much was read and found");
}

}  // namespace

void add_extract_options(CLI::App& app, ExtractArguments& arguments) {
  add_input_options(app, arguments.input);
  add_output_options(app, arguments);
  add_run_options(app, arguments);
}

}  // namespace onrecord
