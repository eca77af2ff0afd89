#include "onrecord/check/rule_file_schema.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "onrecord/rules/rule_schema.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

Json text() { return {{"type", "string"}}; }
Json reference(std::string_view name) { return {{"$ref", "#/definitions/" + std::string(name)}}; }
Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }
Json any_of(Json first, Json second) { return {{"anyOf", Json::array({std::move(first), std::move(second)})}}; }
Json texts() { return any_of(text(), list_of(text())); }

/// A table with keys of the user's choosing.
Json table_of(Json values) { return {{"type", "object"}, {"additionalProperties", std::move(values)}}; }

/// A table whose keys are names that may stand in the braces of patterns; `letters`: what these are made of.
Json named(Json values, std::string_view letters = "A-Za-z0-9_") {
  Json schema = {{"type", "object"}};
  schema["patternProperties"] = {{"^[" + std::string(letters) + "]+$", std::move(values)}};
  schema["additionalProperties"] = false;
  return schema;
}

/// Of these keys exactly one stands in a table.
Json exactly_one(const std::vector<std::string>& keys) {
  Json choices = Json::array();
  for (const std::string& key : keys) choices.push_back({{"required", Json::array({key})}});
  return choices;
}

Json one_of(std::string_view choices) {
  Json schema = text();
  for (const std::string& choice : split_choices(choices)) schema["enum"].push_back(choice);
  return schema;
}

Json field_kind() { return {{"type", "string"}, {"pattern", R"(^(span|text)\??$|^(choice|enum)\??:[^|]*[^|?](\|[^|]*[^|?])*$)"}}; }

Json expected_value() { return {{"type", Json::array({"string", "boolean", "integer"})}}; }

/// What the keys of tables that hold further tables or lists may hold; null for those that their shape tells all of.
Json nested(const TableSchema& table, std::string_view key) {
  const auto is = [&](const TableSchema& other, std::string_view name) { return table.title == other.title && key == name; };
  if (is(rule_schema::file, "type")) return named(reference("type"));
  if (is(rule_schema::file, "layer")) return list_of(reference("layer"));
  if (is(rule_schema::file, "fragment")) return named(text());
  if (is(rule_schema::file, "lexicon")) return table_of(reference("words"));
  if (is(rule_schema::file, "cut")) return named(reference("cut"), "A-Za-z0-9_.-");
  if (is(rule_schema::file, "rule")) return list_of(reference("rule"));
  if (is(rule_schema::type, "fields")) return named(field_kind());
  if (is(rule_schema::layer, "name") || is(rule_schema::rule, "id")) return {{"type", "string"}, {"pattern", "^[A-Za-z0-9_.-]+$"}};
  if (is(rule_schema::rule, "confidence")) return {{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
  if (is(rule_schema::file, "schema")) return {{"type", "integer"}, {"enum", Json::array({1})}};
  if (is(rule_schema::lexicon, "words")) return list_of(any_of(text(), list_of(text())));
  if (is(rule_schema::rule, "limit")) return table_of(any_of({{"type", "integer"}, {"minimum", 1}}, reference("limit")));
  if (is(rule_schema::rule, "amid")) return table_of({{"type", "integer"}, {"minimum", 1}});
  if (is(rule_schema::rule, "until")) return table_of(texts());
  if (is(rule_schema::rule, "test")) return list_of(reference("test"));
  if (is(rule_schema::test, "expect")) return list_of(table_of(expected_value()));
  return nullptr;
}

Json shaped(const KeySchema& key) {
  switch (key.shape) {
    case Shape::text: return key.choices.empty() ? text() : one_of(key.choices);
    case Shape::texts: return texts();
    case Shape::boolean: return {{"type", "boolean"}};
    case Shape::integer: return {{"type", "integer"}};
    case Shape::number: return {{"type", "number"}};
    case Shape::table: return table_of(text());
    case Shape::tables: return list_of({{"type", "object"}});
    case Shape::anything: break;
  }
  return Json::object();
}

Json table_schema(const TableSchema& table) {
  Json schema = {{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}};
  for (const KeySchema& key : table.keys) {
    Json value = nested(table, key.name);
    if (value.is_null()) value = shaped(key);
    value["description"] = key.doc;
    schema["properties"][std::string(key.name)] = std::move(value);
    if (key.required && key.shape == Shape::text && key.choices.empty()) schema["properties"][std::string(key.name)]["minLength"] = 1;
    if (key.required) schema["required"].push_back(key.name);
  }
  return schema;
}

/// A lexicon: words, a table that describes them, or a group of lexicons.
Json words_schema() {
  Json words = nested(rule_schema::lexicon, "words");
  return {{"anyOf", Json::array({std::move(words), reference("lexicon"), table_of(reference("words"))})}};
}

}  // namespace

std::string rule_file_schema() {
  Json schema = {{"$schema", "http://json-schema.org/draft-04/schema#"}, {"title", "onrecord rule file"}};
  schema.update(table_schema(rule_schema::file));
  schema["patternProperties"] = {{"^x-", Json::object()}};
  Json& definitions = schema["definitions"];
  definitions["type"] = table_schema(rule_schema::type);
  definitions["layer"] = table_schema(rule_schema::layer);
  definitions["lexicon"] = table_schema(rule_schema::lexicon);
  definitions["lexicon"]["oneOf"] = exactly_one({"words", "file"});
  definitions["words"] = words_schema();
  definitions["cut"] = table_schema(rule_schema::cut);
  definitions["cut"]["oneOf"] = exactly_one({"match", "cuts"});
  definitions["rule"] = table_schema(rule_schema::rule);
  definitions["rule"]["oneOf"] = exactly_one({"match", "any", "words"});
  definitions["rule"]["dependencies"] = {{"allow", Json::array({"why"})}};
  definitions["test"] = table_schema(rule_schema::test);
  definitions["limit"] = table_schema(rule_schema::limit);
  return schema.dump(2) + '\n';
}

}  // namespace onrecord
