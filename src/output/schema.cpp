#include "onrecord/output/schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/extract/record/record_kinds.h"
#include "onrecord/output/kinds.h"
#include "onrecord/output/names.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;
/// Keys with what they hold, in the order of the records.
using Properties = std::vector<std::pair<std::string, Json>>;

Json described(Json schema, std::string_view description) {
  schema["description"] = description;
  return schema;
}

Json text() { return {{"type", "string"}}; }
Json text_or_null() { return {{"type", {"string", "null"}}}; }
Json count() { return {{"type", "integer"}, {"minimum", 0}}; }
Json flag() { return {{"type", "boolean"}}; }
Json reference(std::string_view name) { return {{"$ref", "#/$defs/" + std::string(name)}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }
Json or_null(Json schema) { return {{"anyOf", Json::array({std::move(schema), Json{{"type", "null"}}})}}; }
Json matching(std::string_view pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

template <std::size_t size>
Json one_of(const std::array<std::string_view, size>& names) {
  Json values = Json::array();
  for (const std::string_view name : names) values.push_back(name);
  return {{"enum", values}};
}

/// An object with exactly these keys; those in `optional` may be left out.
Json object(const Properties& properties, const std::vector<std::string_view>& optional = {}) {
  Json schema = {{"type", "object"}, {"additionalProperties", false}};
  Json required = Json::array();
  Json described_properties = Json::object();
  for (const auto& [name, property] : properties) {
    described_properties[name] = property;
    if (std::find(optional.begin(), optional.end(), name) == optional.end()) required.push_back(name);
  }
  schema["properties"] = std::move(described_properties);
  schema["required"] = std::move(required);
  return schema;
}

Properties joined(std::initializer_list<Properties> parts) {
  Properties all;
  for (const Properties& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

Properties identity(const std::string& kind) {
  return {{"type", {{"const", kind}}},
          {"id", described(matching("^" + kind.substr(0, 1) + "_[0-9a-f]{24}$"), "the same for the same content, whatever its path")},
          {"doc", described(text(), "the document: its id field, else its path; - is standard input")}};
}

/// A record: an object that may carry fields of the input along.
Json record(Properties properties, std::vector<std::string_view> optional = {}) {
  properties.emplace_back("pass", described({{"type", "object"}}, "fields of the input object, with --pass"));
  optional.emplace_back("pass");
  return object(properties, optional);
}

Properties place() { return {{"span", reference("span")}, {"bytes", reference("bytes")}}; }

Properties origin() {
  return {{"rule", described(text(), "id of the rule that made the record")}, {"confidence", {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}}};
}

Properties line() { return {{"line", reference("line")}}; }

Properties said_by() {
  return {{"speaker", or_null(reference("speaker_reference"))},
          {"co_speakers", described(list_of(reference("speaker_reference")), "who says it together with the speaker")},
          {"cue", or_null(reference("cue"))}};
}

Properties position() { return {{"section", described(text_or_null(), "the nearest heading above")}, {"block", one_of(block_names)}}; }

Properties group() { return {{"group", described(text_or_null(), "id of the first of the parts that belong together; null: stands alone")}}; }

Json speaker_reference() {
  return object(joined({{{"id", described(matching("^s_[0-9a-f]{24}$"), "of the speaker record")},
                         {"name", described(text(), "the resolved full name")},
                         {"text", described(text(), "the mention that the attribution stands on")}},
                        place(),
                        {{"resolution", one_of(resolution_names)}}}));
}

Json cue() { return object(joined({{{"text", text()}, {"lemma", text()}, {"class", text()}}, place()})); }

Json counts(const RuleSet& rules) {
  Properties kinds;
  for (const std::string& kind : record_kinds(rules))
    if (kind != "document" && kind != "error") kinds.emplace_back(kind, count());
  return object(kinds);
}

Json document(const RuleSet& rules) {
  const Json section = object(joined({{{"heading", text()}}, place()}));
  return record(joined({identity("document"),
                        {{"source", text()},
                         {"size", described(count(), "bytes of content")},
                         {"sha256", matching("^[0-9a-f]{64}$")},
                         {"encoding", text()},
                         {"title", text_or_null()},
                         {"byline", text_or_null()},
                         {"dateline", text_or_null()},
                         {"sections", list_of(section)},
                         {"counts", described(counts(rules), "records found, by type")},
                         {"rules", described(text(), "digest of the rule set")},
                         {"text", described(text(), "the document as decoded, with --emit-text")}}}),
                {"text"});
}

Json speaker() {
  return record(joined({identity("speaker"),
                        {{"name", described(text(), "fullest form, without title")},
                         {"kind", one_of(speaker_kind_names)},
                         {"role", text_or_null()},
                         {"affiliation", text_or_null()},
                         {"aliases", list_of(text())},
                         {"mentions", list_of(object(place()))},
                         {"quotes", list_of(text())},
                         {"claims", list_of(text())}},
                        place(),
                        line()}));
}

Json quote() {
  return record(joined({identity("quote"),
                        {{"text", text()}, {"kind", one_of(quote_kind_names)}},
                        group(),
                        said_by(),
                        {{"claim", described(text_or_null(), "id of the claim it lies in")}},
                        position(),
                        place(),
                        line(),
                        origin()}));
}

Json claim() {
  return record(
      joined({identity("claim"),
              {{"text", text()},
               {"kind", described(text_or_null(), "what the rules say of it: statement, stance, forecast, …")},
               {"attribution", one_of(attribution_names)},
               {"modality", one_of(modality_names)},
               {"polarity", described(one_of(polarity_names),
                                      "denied: the cue denies the content, or somebody is said not to say it: did not say that, refused to say that")},
               {"negated", described(flag(), "the content's own main clause is negated")}},
              group(),
              said_by(),
              {{"quotes", described(list_of(text()), "ids of the quotes inside")}},
              position(),
              place(),
              line(),
              origin()}));
}

Json faq() {
  return record(joined({identity("faq"),
                        {{"question", text()},
                         {"answer", text()},
                         {"n", described({{"type", "integer"}, {"minimum", 1}}, "counts within the section")},
                         {"section", text_or_null()}},
                        place(),
                        {{"answer_span", reference("span")}, {"answer_bytes", reference("bytes")}},
                        line(),
                        origin()}));
}

Json error() {
  return record(
      joined({identity("error"),
              {{"source", text()}, {"code", text()}, {"message", text()}, {"fatal", described(flag(), "true: there are no records of this document")}}}));
}

Json custom_field(const RuleSet& rules, const Field& field) {
  Json schema = text();
  if (field.kind == FieldKind::span) schema = object(joined({{{"text", text()}}, place()}));
  if (field.kind == FieldKind::choice) {
    Json values = Json::array();
    for (const Symbol choice : field.choices) values.push_back(rules.symbol(choice));
    schema = {{"enum", values}};
  }
  return or_null(std::move(schema));
}

Json custom(const RuleSet& rules, const Type& type) {
  Properties fields;
  for (const Field& field : type.fields) fields.emplace_back(key_of_field(field.name), custom_field(rules, field));
  return record(joined({identity(type.name), {{"text", text()}}, fields, place(), line(), origin()}));
}

Json definitions(const RuleSet& rules) {
  Json range = {{"type", "array"}, {"items", count()}, {"minItems", 2}, {"maxItems", 2}};
  Json all = {{"span", described(range, "[start, end) in Unicode code points of the document's text")},
              {"bytes", described(range, "[start, end) in bytes of the document's text in UTF-8")},
              {"line", described({{"type", "integer"}, {"minimum", 1}}, "of the start")},
              {"speaker_reference", speaker_reference()},
              {"cue", cue()},
              {"document", document(rules)},
              {"speaker", speaker()},
              {"quote", quote()},
              {"claim", claim()},
              {"faq", faq()},
              {"error", error()}};
  for (const TypeId type : custom_kinds(rules)) {
    const Type& kind = rules.types()[type];
    all["kind_" + kind.name] = custom(rules, kind);
  }
  return all;
}

/// Which definition holds for a record: so that a validator tells what is wrong with this kind, not with all.
Json branches(const RuleSet& rules) {
  Json all = Json::array();
  const auto add = [&all](const std::string& kind, const std::string& definition) {
    all.push_back({{"if", {{"properties", {{"type", {{"const", kind}}}}}}}, {"then", reference(definition)}});
  };
  for (const char* kind : {"document", "speaker", "quote", "claim", "faq", "error"}) add(kind, kind);
  for (const TypeId type : custom_kinds(rules)) add(rules.types()[type].name, "kind_" + rules.types()[type].name);
  return all;
}

}  // namespace

std::string json_schema(const RuleSet& rules) {
  Json kinds = Json::array();
  for (const std::string& kind : record_kinds(rules)) kinds.push_back(kind);
  const Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                       {"$id", "urn:onrecord:record:1"},
                       {"title", "A record of onrecord"},
                       {"description", "One line of what `onrecord extract` writes."},
                       {"type", "object"},
                       {"required", {"type", "id", "doc"}},
                       {"properties", {{"type", {{"enum", kinds}}}}},
                       {"allOf", branches(rules)},
                       {"$defs", definitions(rules)}};
  return schema.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace onrecord
