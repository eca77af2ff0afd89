#include "onrecord/input/jsonl.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "onrecord/base/digest.h"
#include "onrecord/base/utf8.h"

namespace onrecord {
namespace {

using Json = nlohmann::json;

/// Under these names the usual dumps of news articles keep the text.
constexpr std::array<const char*, 5> usual_text_fields = {"text", "maintext", "articleBody", "body", "content"};
constexpr const char* usual_id_field = "id";

const std::string* string_field(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : found->get_ptr<const std::string*>();
}

const std::string* text_of(const Json& object, const InputOptions& options) {
  if (options.text_field) return string_field(object, options.text_field->c_str());
  for (const char* name : usual_text_fields)
    if (const std::string* text = string_field(object, name)) return text;
  return nullptr;
}

std::optional<std::string> id_of(const Json& object, const InputOptions& options) {
  const auto found = object.find(options.id_field ? *options.id_field : usual_id_field);
  if (found == object.end()) return std::nullopt;
  if (found->is_string()) return found->get<std::string>();
  if (found->is_number()) return found->dump();
  return std::nullopt;
}

std::string names_of_fields(const Json& object) {
  constexpr std::size_t shown = 8;
  std::string names;
  std::size_t n = 0;
  for (auto field = object.begin(); field != object.end(); ++field, ++n) {
    if (n == shown) return names + ", …";
    names += (names.empty() ? "" : ", ") + field.key();
  }
  return names.empty() ? "none" : names;
}

std::string missing(std::string_view what, const std::optional<std::string>& name, std::string_view option, const Json& object) {
  const std::string field = name ? fmt::format("field '{}' with {}", *name, what) : fmt::format("field with {}", what);
  return fmt::format("no {}; {} names it; fields here: {}", field, option, names_of_fields(object));
}

}  // namespace

Input document_of_json_line(std::string line, const std::string& source, std::uint64_t line_number,
                            const InputOptions& options) {
  const std::string place = fmt::format("{}:{}", source, line_number);
  const auto failure = [&](const std::string& id, const char* code, std::string message) {
    return InputFailure{id, source, code, std::move(message), line_number};
  };
  const std::size_t repaired = repair_utf8(line);
  Json object;
  try {
    object = Json::parse(line);
  } catch (const Json::parse_error& error) {
    return failure(place, "bad_json", fmt::format("not JSON from byte {} of the line on", error.byte));
  } catch (const Json::exception&) {
    return failure(place, "bad_json", "not JSON: a number on the line is out of range");
  }
  if (!object.is_object()) return failure(place, "bad_json", "the line holds no JSON object");
  const std::optional<std::string> id = id_of(object, options);
  if (options.id_field && !id)
    return failure(place, "missing_field", missing("an id", options.id_field, "--id-field", object));
  const std::string* text = text_of(object, options);
  if (text == nullptr)
    return failure(id.value_or(place), "missing_field", missing("a text", options.text_field, "--text-field", object));
  return SourceDocument{id.value_or(place), source, text->size(), sha256_hex(*text), "utf-8", *text, repaired};
}

}  // namespace onrecord
