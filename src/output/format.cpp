#include "onrecord/output/format.h"

#include "onrecord/output/article_page.h"
#include "onrecord/output/json_array.h"
#include "onrecord/output/json_ld.h"
#include "onrecord/output/ndjson.h"
#include "onrecord/output/table.h"
#include "onrecord/output/web_annotation.h"

namespace onrecord {
namespace {

bool is_table(const FormatOptions& options) { return options.format == "csv" || options.format == "tsv"; }
bool has_fixed_words(const FormatOptions& options) { return options.format == "jsonld" || options.format == "webanno" || options.format == "html"; }

}  // namespace

const std::vector<std::string>& format_names() {
  static const std::vector<std::string> names = {"ndjson", "json", "csv", "tsv", "jsonld", "webanno", "html"};
  return names;
}

std::string problem_with(const FormatOptions& options) {
  if (is_table(options) && options.kinds.size() != 1)
    return "--format " + options.format + " is a table of one kind of records: --type names it, as in --type quote";
  if (has_fixed_words(options) && !options.pass.empty()) return "--format " + options.format + " has no place for the fields of --pass";
  return {};
}

std::unique_ptr<RecordWriter> make_writer(const RuleSet& rules, const FormatOptions& options) {
  const NdjsonOptions as_lines{options.kinds, options.emit_text};
  if (options.format == "json") return std::make_unique<JsonArrayWriter>(rules, as_lines);
  if (options.format == "csv") return std::make_unique<TableWriter>(rules, options.kinds.front(), TableFormat::csv, options.pass);
  if (options.format == "tsv") return std::make_unique<TableWriter>(rules, options.kinds.front(), TableFormat::tsv, options.pass);
  if (options.format == "jsonld") return std::make_unique<JsonLdWriter>(options.kinds);
  if (options.format == "webanno") return std::make_unique<WebAnnotationWriter>(options.kinds);
  if (options.format == "html") return std::make_unique<ArticlePageWriter>(options.kinds);
  return std::make_unique<NdjsonWriter>(rules, as_lines);
}

}  // namespace onrecord
