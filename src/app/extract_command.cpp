#include <CLI/CLI.hpp>
#include <memory>

#include "onrecord/app/command.h"
#include "onrecord/app/extract_options.h"
#include "onrecord/app/extract_run.h"

namespace onrecord {
namespace {

constexpr const char* footer = R"(Input
  FILE is a text of one article, Markdown, captions, a page (HTML), a file of many (JSON lines,
  WARC and WET, RSS and Atom, NewsML-G2), or an archive of such files (tar, zip), each of them plain
  or packed by gzip, zstd, xz or bzip2. What it is, is seen by its first bytes, then by its name. A
  folder stands for the files with known suffixes in it and below, by name; hidden files, links,
  records of an earlier run and the output are left out. "-" is standard input, which is also read
  when no file is named.

Output
  One JSON object a line: a "document" record for each article, then its "speaker", "quote",
  "claim" and "faq" records in the order of the text. What cannot be read gives an "error"
  record and a line on standard error, and the rest goes on. 'onrecord schema' tells all keys.
  Documents come in the order of the input, the same bytes for any number of threads, and as
  soon as they are read. A signal (TERM, INT, HUP) ends the run between two documents.

Exit codes
  0 done   2 wrong usage   3 the rules do not load   4 some inputs failed, the rest is done
  5 the output could not be written

Examples
  onrecord extract article.txt
  onrecord extract news/ -o records.ndjson
  onrecord extract news/ --output-dir records/ --resume
  onrecord extract news/ --format csv --type quote > quotes.csv
  onrecord extract article.txt --format html > article.html
  onrecord extract --type quote article.txt | jq -r '.speaker.name + ": " + .text'
  find news -name '*.txt' -print0 | onrecord extract --files-from - -0
  onrecord extract --text-field body --id-field url < dump.jsonl
  onrecord extract crawl.warc.gz archive.tar.zst page.html)";

int run(ExtractArguments& arguments) {
  return run_extract(arguments, [&arguments](const RuleSet& rules) { return make_writer(rules, arguments.format); });
}

}  // namespace

int extract_files(ExtractArguments& arguments) { return run(arguments); }

Command add_extract_command(CLI::App& root) {
  CLI::App* app = root.add_subcommand("extract", "Find quotes, claims, speakers and FAQ pairs in news articles");
  app->footer(footer);
  const auto arguments = std::make_shared<ExtractArguments>();
  add_extract_options(*app, *arguments);
  add_rule_options(*app, arguments->rules);
  return {app, [arguments] { return run(*arguments); }};
}

}  // namespace onrecord
