#include "onrecord/output/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <variant>

#include "onrecord/output/kinds.h"
#include "onrecord/output/names.h"
#include "onrecord/output/record_parts.h"

namespace onrecord {
namespace {

void append_csv_field(std::string& out, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_tsv_field(std::string& out, std::string_view field) {
  for (const char c : field) {
    switch (c) {
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
}

template <typename Parts, typename Text>
std::string joined(const Parts& parts, std::string_view between, Text text) {
  std::string all;
  for (const auto& part : parts) {
    if (!all.empty()) all += between;
    all += text(part);
  }
  return all;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return joined(parts, between, [](const std::string& part) { return part; });
}

/// A value of the input as a field: a string without its quotes, null as nothing, all else as the JSON it is.
std::string field_of_json(const std::string& json) {
  const nlohmann::json value = nlohmann::json::parse(json, nullptr, false);
  if (value.is_null()) return {};
  return value.is_string() ? value.get<std::string>() : json;
}

/// Writes a line of a table, or the line of its names: both from the same calls, so that they cannot differ.
class Row {
 public:
  enum class Shows : std::uint8_t { names, values };
  Row(std::string& out, TableFormat format, Shows shows) : out_(out), format_(format), shows_(shows) {}

  void cell(std::string_view name, std::string_view value) {
    if (!names_.empty()) out_ += format_ == TableFormat::csv ? ',' : '\t';
    const bool is_taken = std::find(names_.begin(), names_.end(), name) != names_.end();
    names_.push_back(std::string(name) + (is_taken ? "_" : ""));
    const std::string_view shown = shows_ == Shows::names ? std::string_view(names_.back()) : value;
    if (format_ == TableFormat::csv) append_csv_field(out_, shown);
    else append_tsv_field(out_, shown);
  }
  void number(std::string_view name, std::uint64_t value) { cell(name, fmt::format_int(value).c_str()); }
  void flag(std::string_view name, bool value) { cell(name, value ? "true" : "false"); }

  void passed(const std::vector<PassedField>& fields) {
    for (const PassedField& field : fields) cell(field.name, shows_ == Shows::names ? std::string() : field_of_json(field.json));
  }
  void end() { out_ += '\n'; }

 private:
  std::string& out_;
  TableFormat format_;
  Shows shows_;
  std::vector<std::string> names_;
};

/// Writes the cells of a record behind `type`-independent `id` and `doc`.
class RecordCells {
 public:
  RecordCells(Row& row, const RuleSet& rules, std::string_view doc) : row_(row), rules_(rules), doc_(doc) {}

  void operator()(const SpeakerRecord& record) {
    start(record.head.id);
    row_.cell("name", record.name);
    row_.cell("kind", name_in(speaker_kind_names, record.kind));
    row_.cell("role", record.role);
    row_.cell("affiliation", record.affiliation);
    row_.cell("aliases", joined(record.aliases, "; "));
    row_.number("mentions", record.mentions.size());
    row_.cell("quotes", joined(record.quotes, " "));
    row_.cell("claims", joined(record.claims, " "));
    place("", record.head.place);
    row_.number("line", record.head.place.line);
  }

  void operator()(const QuoteRecord& record) {
    start(record.head.id);
    row_.cell("text", record.text);
    row_.cell("kind", name_in(quote_kind_names, record.kind));
    row_.cell("group", record.group);
    speakers(record.speaker, record.co_speakers);
    cue(record.cue);
    row_.cell("claim", record.claim);
    row_.cell("section", record.section);
    row_.cell("block", name_in(block_names, record.block));
    end(record.head);
  }

  void operator()(const ClaimRecord& record) {
    start(record.head.id);
    row_.cell("text", record.text);
    row_.cell("kind", record.kind);
    row_.cell("attribution", name_in(attribution_names, record.attribution));
    row_.cell("modality", name_in(modality_names, record.modality));
    row_.cell("polarity", name_in(polarity_names, record.polarity));
    row_.flag("negated", record.negated);
    row_.cell("group", record.group);
    speakers(record.speaker, record.co_speakers);
    cue(record.cue);
    row_.cell("quotes", joined(record.quotes, " "));
    row_.cell("section", record.section);
    row_.cell("block", name_in(block_names, record.block));
    end(record.head);
  }

  void operator()(const FaqRecord& record) {
    start(record.head.id);
    row_.cell("question", record.question);
    row_.cell("answer", record.answer);
    row_.number("n", record.n);
    row_.cell("section", record.section);
    place("", record.head.place);
    place("answer_", record.answer_place);
    row_.number("line", record.head.place.line);
    origin(record.head);
  }

  void operator()(const CustomRecord& record) {
    start(record.head.id);
    row_.cell("text", record.text);
    const TypeId type = rules_.type(record.type);
    if (type != no_type)
      for (const Field& field : rules_.types()[type].fields) row_.cell(key_of_field(field.name), text_of(record, field.name));
    end(record.head);
  }

  void document(const DocumentFacts& facts, const Extraction& extraction) {
    start(id_of(facts));
    row_.cell("source", facts.source);
    row_.number("size", facts.size);
    row_.cell("sha256", facts.sha256);
    row_.cell("encoding", facts.encoding);
    row_.cell("title", extraction.title);
    row_.cell("byline", extraction.byline);
    row_.cell("dateline", extraction.dateline);
    row_.cell("sections", joined(extraction.sections, "; ", [](const Section& section) { return section.heading; }));
    const std::vector<std::string> kinds = record_kinds(rules_);
    for (const auto& [kind, count] : counts_of(kinds, extraction.records)) row_.number(kind, count);
    row_.cell("rules", rules_.digest());
  }

  void error(const ErrorRecord& error) {
    start(id_of(error));
    row_.cell("source", error.source);
    row_.cell("code", error.code);
    row_.cell("message", error.message);
    row_.flag("fatal", error.fatal);
  }

 private:
  void start(std::string_view id) {
    row_.cell("id", id);
    row_.cell("doc", doc_);
  }

  void speakers(const std::optional<SpeakerReference>& main, const std::vector<SpeakerReference>& others) {
    row_.cell("speaker", main ? main->name : std::string());
    row_.cell("speaker_id", main ? main->id : std::string());
    row_.cell("mention", main ? main->mention.text : std::string());
    row_.cell("resolution", main ? name_in(resolution_names, main->resolution) : std::string_view());
    row_.cell("co_speakers", joined(others, "; ", [](const SpeakerReference& other) { return other.name; }));
  }

  void cue(const std::optional<Cue>& cue) {
    row_.cell("cue", cue ? cue->words.text : std::string());
    row_.cell("cue_lemma", cue ? cue->lemma : std::string());
    row_.cell("cue_class", cue ? cue->cue_class : std::string());
  }

  void place(const std::string& prefix, const TextPlace& place) {
    row_.number(prefix + "span_start", place.characters.begin);
    row_.number(prefix + "span_end", place.characters.end);
    row_.number(prefix + "byte_start", place.bytes.begin);
    row_.number(prefix + "byte_end", place.bytes.end);
  }

  void origin(const RecordHead& head) {
    row_.cell("rule", head.rule);
    row_.cell("confidence", fmt::format("{:.2f}", head.confidence));
  }

  void end(const RecordHead& head) {
    place("", head.place);
    row_.number("line", head.place.line);
    origin(head);
  }

  static std::string text_of(const CustomRecord& record, const std::string& name) {
    const auto* const value = value_of(record, name);
    if (value == nullptr) return {};
    const auto* word = std::get_if<std::string>(value);
    return word != nullptr ? *word : std::get<Quoted>(*value).text;
  }

  Row& row_;
  const RuleSet& rules_;
  std::string_view doc_;
};

/// A record of `kind` without anything in it.
Record blank_record(const std::string& kind) {
  if (kind == "speaker") return SpeakerRecord();
  if (kind == "quote") return QuoteRecord();
  if (kind == "claim") return ClaimRecord();
  if (kind == "faq") return FaqRecord();
  CustomRecord record;
  record.type = kind;
  return record;
}

}  // namespace

TableWriter::TableWriter(const RuleSet& rules, std::string kind, TableFormat format, std::vector<std::string> pass)
    : rules_(&rules), kind_(std::move(kind)), format_(format), pass_(std::move(pass)) {}

Frame TableWriter::frame() const {
  Frame frame;
  Row row(frame.head, format_, Row::Shows::names);
  RecordCells cells(row, *rules_, "");
  if (kind_ == "document") cells.document({}, {});
  else if (kind_ == "error") cells.error({});
  else std::visit(cells, blank_record(kind_));
  std::vector<PassedField> passed;
  for (const std::string& name : pass_) passed.push_back({name, {}});
  row.passed(passed);
  row.end();
  return frame;
}

void TableWriter::append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const {
  const auto append_row = [&](auto fill) {
    Row row(out, format_, Row::Shows::values);
    RecordCells cells(row, *rules_, facts.doc);
    fill(cells);
    row.passed(facts.passed);
    row.end();
  };
  if (kind_ == "document") append_row([&](RecordCells& cells) { cells.document(facts, extraction); });
  for (const Record& record : extraction.records)
    if (kind_of(record) == kind_) append_row([&](RecordCells& cells) { std::visit(cells, record); });
}

void TableWriter::append(std::string& out, const ErrorRecord& error) const {
  if (kind_ != "error") return;
  Row row(out, format_, Row::Shows::values);
  RecordCells(row, *rules_, error.doc).error(error);
  std::vector<PassedField> passed = error.passed;
  if (passed.empty())
    for (const std::string& name : pass_) passed.push_back({name, "null"});
  row.passed(passed);
  row.end();
}

}  // namespace onrecord
