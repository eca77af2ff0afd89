#include "onrecord/check/test_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "onrecord/rules/rule_errors.h"

namespace onrecord {
namespace {

using Names = std::vector<std::string>;

const Names speaker_and_cue = {"speaker", "mention", "resolution", "co_speakers", "cue", "lemma", "class"};

Names with_speaker_and_cue(Names fields) {
  fields.insert(fields.end(), speaker_and_cue.begin(), speaker_and_cue.end());
  return fields;
}

bool contains(const Names& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

}  // namespace

std::optional<Names> fields_in_tests(const RuleSetDefinition& rules, std::string_view kind) {
  if (kind == "quote") return with_speaker_and_cue({"type", "text", "kind"});
  if (kind == "claim") return with_speaker_and_cue({"type", "text", "kind", "attribution", "modality", "polarity", "negated"});
  if (kind == "faq") return Names{"type", "question", "answer"};
  const auto type = std::find_if(rules.types.begin(), rules.types.end(), [&](const TypeDefinition& known) { return known.exported && known.name == kind; });
  if (type == rules.types.end()) return std::nullopt;
  Names fields = {"type", "text"};
  for (const FieldDefinition& field : type->fields) fields.push_back(field.name);
  return fields;
}

Names kinds_in_tests(const RuleSetDefinition& rules) {
  Names kinds = {"quote", "claim", "faq"};
  for (const TypeDefinition& type : rules.types) {
    if (type.exported) kinds.push_back(type.name);
  }
  return kinds;
}

Names fields_of_any_record(const RuleSetDefinition& rules) {
  Names all;
  for (const std::string& kind : kinds_in_tests(rules)) {
    const std::optional<Names> fields = fields_in_tests(rules, kind);
    for (const std::string& field : *fields) {
      if (!contains(all, field)) all.push_back(field);
    }
  }
  return all;
}

std::optional<WrongField> wrong_field(const RuleSetDefinition& rules, const Settings& expected, const Names& fields) {
  const auto type = std::find_if(expected.begin(), expected.end(), [](const auto& field) { return field.first == "type"; });
  const bool is_record = type != expected.end();
  const std::optional<Names> of_record = is_record ? fields_in_tests(rules, type->second) : std::nullopt;
  if (is_record && !of_record) {
    const Names kinds = kinds_in_tests(rules);
    return WrongField{type->second, rule_error::unknown_name, fmt::format("no kind of record is called '{}'", type->second),
                      did_you_mean(type->second, kinds, fmt::format("tests know: {}", comma_separated(kinds)))};
  }
  const Names& known = is_record ? *of_record : fields;
  for (const auto& [name, value] : expected) {
    if (contains(known, name)) continue;
    return WrongField{
        name, rule_error::unknown_field,
        is_record ? fmt::format("a test can expect no field '{}' of a {}", name, type->second) : fmt::format("a test can expect no field '{}' here", name),
        did_you_mean(name, known, fmt::format("fields are: {}", comma_separated(known)))};
  }
  return std::nullopt;
}

}  // namespace onrecord
