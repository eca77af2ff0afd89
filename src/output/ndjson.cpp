#include "onrecord/output/ndjson.h"

#include <string_view>
#include <variant>

#include "onrecord/output/json.h"
#include "onrecord/output/kinds.h"
#include "onrecord/output/names.h"
#include "onrecord/output/record_parts.h"

namespace onrecord {
namespace {

/// Writes the keys of one record. Each function writes one part of it, in the order in which the keys appear.
class RecordAppender {
 public:
  RecordAppender(std::string& out, const RuleSet& rules, const std::vector<std::string>& kinds, std::string_view doc, const std::vector<PassedField>& passed)
      : json_(out), rules_(rules), kinds_(kinds), doc_(doc), passed_(passed) {}

  void start(std::string_view kind, std::string_view id) {
    json_.open('{');
    text("type", kind);
    plain("id", id);
    text("doc", doc_);
  }
  void finish() {
    if (!passed_.empty()) pass();
    json_.close('}');
  }

  void pass() {
    json_.known_key("pass");
    json_.open('{');
    for (const PassedField& field : passed_) {
      json_.any_key(field.name);
      json_.json(field.json);
    }
    json_.close('}');
  }

  void text(const JsonKey& name, std::string_view value) {
    json_.known_key(name);
    json_.string(value);
  }
  /// Ids, what enumerators are called: never anything of a text.
  void plain(const JsonKey& name, std::string_view value) {
    json_.known_key(name);
    json_.plain_string(value);
  }
  void plain_or_null(const JsonKey& name, std::string_view value) {
    json_.known_key(name);
    if (value.empty()) json_.null();
    else json_.plain_string(value);
  }
  void ids(const JsonKey& name, const std::vector<std::string>& values) {
    json_.known_key(name);
    json_.open('[');
    for (const std::string& value : values) json_.plain_string(value);
    json_.close(']');
  }
  void text_or_null(const JsonKey& name, std::string_view value) {
    json_.known_key(name);
    json_.string_or_null(value);
  }
  void texts(const JsonKey& name, const std::vector<std::string>& values) {
    json_.known_key(name);
    json_.open('[');
    for (const std::string& value : values) json_.string(value);
    json_.close(']');
  }
  void number(const JsonKey& name, std::uint64_t value) {
    json_.known_key(name);
    json_.number(value);
  }
  void flag(const JsonKey& name, bool value) {
    json_.known_key(name);
    json_.boolean(value);
  }
  void range(const JsonKey& name, Span span) {
    json_.known_key(name);
    json_.pair(span.begin, span.end);
  }
  void place(const TextPlace& place) {
    range("span", place.characters);
    range("bytes", place.bytes);
  }
  void end_of_record(const RecordHead& head) {
    place(head.place);
    number("line", head.place.line);
    made_by(head);
  }
  void made_by(const RecordHead& head) {
    text("rule", head.rule);
    json_.known_key("confidence");
    json_.fraction(head.confidence);
    finish();
  }

  void speaker(const SpeakerReference& speaker) {
    json_.open('{');
    plain("id", speaker.id);
    text("name", speaker.name);
    text("text", speaker.mention.text);
    place(speaker.mention.place);
    plain("resolution", name_in(resolution_names, speaker.resolution));
    json_.close('}');
  }
  void speakers(const std::optional<SpeakerReference>& main, const std::vector<SpeakerReference>& others) {
    json_.known_key("speaker");
    if (main) speaker(*main);
    else json_.null();
    json_.known_key("co_speakers");
    json_.open('[');
    for (const SpeakerReference& other : others) speaker(other);
    json_.close(']');
  }
  void cue(const std::optional<Cue>& cue) {
    json_.known_key("cue");
    if (!cue) return json_.null();
    json_.open('{');
    text("text", cue->words.text);
    text("lemma", cue->lemma);
    text("class", cue->cue_class);
    place(cue->words.place);
    json_.close('}');
  }

  void operator()(const SpeakerRecord& record) {
    start("speaker", record.head.id);
    text("name", record.name);
    plain("kind", name_in(speaker_kind_names, record.kind));
    text_or_null("role", record.role);
    text_or_null("affiliation", record.affiliation);
    texts("aliases", record.aliases);
    json_.known_key("mentions");
    json_.open('[');
    for (const TextPlace& mention : record.mentions) {
      json_.open('{');
      place(mention);
      json_.close('}');
    }
    json_.close(']');
    ids("quotes", record.quotes);
    ids("claims", record.claims);
    place(record.head.place);
    number("line", record.head.place.line);
    finish();
  }

  void operator()(const QuoteRecord& record) {
    start("quote", record.head.id);
    text("text", record.text);
    plain("kind", name_in(quote_kind_names, record.kind));
    plain_or_null("group", record.group);
    speakers(record.speaker, record.co_speakers);
    cue(record.cue);
    plain_or_null("claim", record.claim);
    text_or_null("section", record.section);
    plain("block", name_in(block_names, record.block));
    end_of_record(record.head);
  }

  void operator()(const ClaimRecord& record) {
    start("claim", record.head.id);
    text("text", record.text);
    text_or_null("kind", record.kind);
    plain("attribution", name_in(attribution_names, record.attribution));
    plain("modality", name_in(modality_names, record.modality));
    plain("polarity", name_in(polarity_names, record.polarity));
    flag("negated", record.negated);
    plain_or_null("group", record.group);
    speakers(record.speaker, record.co_speakers);
    cue(record.cue);
    ids("quotes", record.quotes);
    text_or_null("section", record.section);
    plain("block", name_in(block_names, record.block));
    end_of_record(record.head);
  }

  void operator()(const FaqRecord& record) {
    start("faq", record.head.id);
    text("question", record.question);
    text("answer", record.answer);
    number("n", record.n);
    text_or_null("section", record.section);
    place(record.head.place);
    range("answer_span", record.answer_place.characters);
    range("answer_bytes", record.answer_place.bytes);
    number("line", record.head.place.line);
    made_by(record.head);
  }

  void operator()(const CustomRecord& record) {
    start(record.type, record.head.id);
    text("text", record.text);
    const TypeId type = rules_.type(record.type);
    if (type != no_type)
      for (const Field& field : rules_.types()[type].fields) custom_field(record, field.name);
    end_of_record(record.head);
  }

  void sections(const std::vector<Section>& sections) {
    json_.known_key("sections");
    json_.open('[');
    for (const Section& section : sections) {
      json_.open('{');
      text("heading", section.heading);
      place(section.place);
      json_.close('}');
    }
    json_.close(']');
  }

  void counts(const std::vector<Record>& records) {
    json_.known_key("counts");
    json_.open('{');
    for (const auto& [kind, count] : counts_of(kinds_, records)) {
      json_.any_key(kind);
      json_.number(count);
    }
    json_.close('}');
  }

  void document(const DocumentFacts& facts, const Extraction& extraction) {
    start("document", id_of(facts));
    text("source", facts.source);
    number("size", facts.size);
    plain("sha256", facts.sha256);
    text("encoding", facts.encoding);
    text_or_null("title", extraction.title);
    text_or_null("byline", extraction.byline);
    text_or_null("dateline", extraction.dateline);
    sections(extraction.sections);
    counts(extraction.records);
    text("rules", rules_.digest());
    if (facts.text) text("text", *facts.text);
    finish();
  }

 private:
  void custom_field(const CustomRecord& record, const std::string& name) {
    json_.any_key(key_of_field(name));
    const auto* const value = value_of(record, name);
    if (value == nullptr) return json_.null();
    if (const auto* word = std::get_if<std::string>(value)) return json_.string(*word);
    const Quoted& quoted = std::get<Quoted>(*value);
    json_.open('{');
    text("text", quoted.text);
    place(quoted.place);
    json_.close('}');
  }

  JsonAppender json_;
  const RuleSet& rules_;
  const std::vector<std::string>& kinds_;  // all there are
  std::string_view doc_;
  const std::vector<PassedField>& passed_;
};

}  // namespace

NdjsonWriter::NdjsonWriter(const RuleSet& rules, NdjsonOptions options) : rules_(&rules), all_kinds_(record_kinds(rules)), options_(std::move(options)) {}

void NdjsonWriter::append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const {
  RecordAppender record_appender(out, *rules_, all_kinds_, facts.doc, facts.passed);
  if (is_wanted("document", options_.kinds)) {
    record_appender.document(facts, extraction);
    out += '\n';
  }
  for (const Record& record : extraction.records) {
    if (!is_wanted(kind_of(record), options_.kinds)) continue;
    std::visit(record_appender, record);
    out += '\n';
  }
}

void NdjsonWriter::append(std::string& out, const ErrorRecord& error) const {
  RecordAppender appender(out, *rules_, all_kinds_, error.doc, error.passed);
  appender.start("error", id_of(error));
  appender.text("source", error.source);
  appender.text("code", error.code);
  appender.text("message", error.message);
  appender.flag("fatal", error.fatal);
  appender.finish();
  out += '\n';
}

}  // namespace onrecord
