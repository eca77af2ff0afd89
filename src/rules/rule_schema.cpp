#include "onrecord/rules/rule_schema.h"

#include <fmt/format.h>

#include <algorithm>

namespace onrecord {
namespace {

constexpr bool required = true;
constexpr bool optional = false;

constexpr KeySchema file_keys[] = {
    {"schema", Shape::integer, optional, "the version of the rule language: 1"},
    {"type", Shape::table, optional, "[type.NAME]: what rules may emit"},
    {"layer", Shape::tables, optional, "[[layer]]: a step of the work"},
    {"fragment", Shape::table, optional, "NAME = 'pattern', for {NAME} in patterns"},
    {"lexicon", Shape::table, optional, "NAME = a word list, for {NAME} in patterns"},
    {"cut", Shape::table, optional, "[cut.NAME]: where a field ends early"},
    {"rule", Shape::tables, optional, "[[rule]]"},
    {"off", Shape::texts, optional, "ids of rules, mostly of other files, that do not run"},
};

constexpr KeySchema type_keys[] = {
    {"doc", Shape::text, optional, "what it is"},
    {"export", Shape::boolean, optional, "true: a kind of record of its own"},
    {"fields", Shape::table, optional, "NAME = \"span\", \"text\" or \"choice:a|b\"; with ? after the kind: may be missing"},
    {"unique", Shape::text, optional, "the field on which overlap between annotations of the type is judged"},
};

constexpr KeySchema layer_keys[] = {
    {"name", Shape::text, required, "its name, for rules"},
    {"doc", Shape::text, optional, "what it is for"},
    {"unit", Shape::text, required, "what a pattern sees at a time", "line|sentence|document"},
    {"over", Shape::texts, optional, "types: only units that one of them covers"},
    {"skip", Shape::texts, optional, "types: not units that one of them overlaps"},
    {"mask", Shape::texts, optional, "types whose annotations become tokens of the view"},
    {"tags", Shape::texts, optional, "lexicons whose words are tagged in the view"},
    {"anchor", Shape::text, optional, "masked type or tagged lexicon at which the rules are tried"},
    {"pick", Shape::text, optional, "which of overlapping annotations stays", "first|longest|all"},
    {"follows", Shape::text, optional, "the layer that this one comes right behind; else the order written"},
};

constexpr KeySchema lexicon_keys[] = {
    {"doc", Shape::text, optional, "what it holds"},
    {"words", Shape::anything, optional, "an array: words, or [word, attribute, …]"},
    {"file", Shape::text, optional, "a word list beside the rule file: .txt or .tsv"},
    {"case", Shape::text, optional, "exact; initial: also with a capital first; any", "exact|initial|any"},
    {"columns", Shape::texts, optional, "names of the attributes behind each word"},
    {"patterns", Shape::boolean, optional, "true: entries are patterns, not words"},
    {"more", Shape::boolean, optional, "true: these words are added to the lexicon of this name in another file"},
};

constexpr KeySchema cut_keys[] = {
    {"match", Shape::text, optional, "the pattern; a field ends where it begins, or where its group `cut` begins"},
    {"cuts", Shape::texts, optional, "in the place of a pattern: names of cuts that rules have together"},
    {"x", Shape::boolean, optional, "true: free spacing"},
    {"doc", Shape::text, optional, "what it is for"},
};

constexpr KeySchema rule_keys[] = {
    {"id", Shape::text, required, "kind.name, unique"},
    {"layer", Shape::text, required, "the layer it runs in"},
    {"emits", Shape::text, required, "the type it makes"},
    {"match", Shape::text, optional, "the pattern"},
    {"any", Shape::texts, optional, "several patterns, tried in order"},
    {"words", Shape::text, optional, "a lexicon: an annotation for each of its words"},
    {"x", Shape::boolean, optional, "true: free spacing"},
    {"flags", Shape::text, optional, "i: letter case does not matter", "i"},
    {"anchor", Shape::text, optional, "masked type or tagged lexicon at which the pattern is tried"},
    {"set", Shape::table, optional, "FIELD = \"constant\""},
    {"copy", Shape::texts, optional, "fields that lend their annotation's equally named fields"},
    {"not", Shape::table, optional, "FIELD = 'pattern' or \"lexicon:NAME\": what it must not hold"},
    {"only", Shape::table, optional, "FIELD = 'pattern' or \"lexicon:NAME\": what it must hold"},
    {"limit", Shape::table, optional, "FIELD = characters or { words = N }: longer ones do not count"},
    {"until", Shape::table, optional, "FIELD = [\"CUT\"]: where it ends early"},
    {"not_left", Shape::text, optional, "must not match right before the annotation"},
    {"not_right", Shape::text, optional, "must not match right after it"},
    {"after", Shape::texts, optional, "types: one of them ends before"},
    {"before", Shape::texts, optional, "types: one of them begins after"},
    {"inside", Shape::texts, optional, "types: one of them contains it"},
    {"outside", Shape::texts, optional, "types: none of them contains it"},
    {"amid", Shape::table, optional, "TYPE = how many of it the document must hold, made by earlier layers"},
    {"yields", Shape::texts, optional, "ids of rules that win over it where both match"},
    {"priority", Shape::integer, optional, "the higher one wins; 0 if not given"},
    {"confidence", Shape::number, optional, "0 to 1, copied to the records"},
    {"off", Shape::boolean, optional, "true: does not run"},
    {"doc", Shape::text, optional, "what it finds"},
    {"since", Shape::text, optional, "the version that brought it"},
    {"deprecated", Shape::text, optional, "what to use instead"},
    {"was", Shape::texts, optional, "earlier ids"},
    {"allow", Shape::texts, optional, "codes of warnings that do not count for it"},
    {"why", Shape::text, optional, "the reason for 'allow'"},
    {"test", Shape::tables, optional, "sentences with the records that the rule must make of them"},
};

constexpr KeySchema test_keys[] = {
    {"text", Shape::text, required, "the article"},
    {"expect", Shape::tables, required, "FIELD = \"text\" for each record; []: the rule must stay silent"},
    {"exact", Shape::boolean, optional, "true: fields not listed must be missing"},
    {"todo", Shape::text, optional, "why it is known to fail"},
};

constexpr KeySchema limit_keys[] = {
    {"characters", Shape::integer, optional, "the most characters"},
    {"words", Shape::integer, optional, "the most words"},
};

bool has_shape(const TomlValue& value, Shape shape) {
  const auto all = [&](TomlKind kind) {
    return value.kind == TomlKind::array && std::all_of(value.items.begin(), value.items.end(), [&](const TomlValue& item) { return item.kind == kind; });
  };
  switch (shape) {
    case Shape::text: return value.kind == TomlKind::text;
    case Shape::texts: return value.kind == TomlKind::text || all(TomlKind::text);
    case Shape::boolean: return value.kind == TomlKind::boolean;
    case Shape::integer: return value.kind == TomlKind::integer;
    case Shape::number: return value.kind == TomlKind::integer || value.kind == TomlKind::number;
    case Shape::table: return value.kind == TomlKind::table;
    case Shape::tables: return all(TomlKind::table);
    case Shape::anything: break;
  }
  return true;
}

std::string_view shape_name(Shape shape) {
  switch (shape) {
    case Shape::text: return "a text";
    case Shape::texts: return "a text or an array of texts";
    case Shape::boolean: return "true or false";
    case Shape::integer: return "an integer";
    case Shape::number: return "a number";
    case Shape::table: return "a table";
    case Shape::tables: return "an array of tables";
    case Shape::anything: break;
  }
  return "a value";
}

/// What the writer of a value of the wrong type probably meant; empty where nobody knows.
std::string hint_for_shape(std::string_view key, const TomlValue& value, Shape shape) {
  const bool holds_tables =
      value.kind == TomlKind::array && std::all_of(value.items.begin(), value.items.end(), [](const TomlValue& item) { return item.kind == TomlKind::table; });
  if (shape == Shape::tables && value.kind == TomlKind::table)
    return value.inline_table ? fmt::format("write {} = [ {{ … }} ]", key) : fmt::format("write [[{}]], in double brackets", key);
  if (shape == Shape::table && holds_tables && !value.items.empty()) return "its name stands in single brackets";
  if (key == "off" && value.kind == TomlKind::array && has_shape(value, Shape::texts))
    return "a list of ids stands at the top of the file, before its first table";
  return {};
}

/// Names and texts that must be there must say something.
void check_not_empty(const TomlValue& value, const KeySchema& key, RuleReporter& reporter) {
  if (!key.required || key.shape != Shape::text || !value.text.text.empty()) return;
  reporter.error(rule_error::bad_value, value.at, value.width, fmt::format("'{}' is empty: {}", key.name, key.doc));
}

void check_choice(const TomlValue& value, const KeySchema& key, RuleReporter& reporter) {
  const std::vector<std::string> choices = split_choices(key.choices);
  if (std::find(choices.begin(), choices.end(), value.text.text) != choices.end()) return;
  reporter.error(rule_error::bad_value, value.at, value.width, fmt::format("'{}' is no value of '{}': {}", value.text.text, key.name, comma_separated(choices)),
                 did_you_mean(value.text.text, choices));
}

void report_unknown_key(const TomlEntry& entry, const TableSchema& schema, RuleReporter& reporter) {
  std::vector<std::string> names;
  for (const KeySchema& key : schema.keys) names.emplace_back(key.name);
  reporter.error(rule_error::unknown_key, entry.at, entry.width, fmt::format("unknown key '{}' in {}", entry.key, schema.title),
                 did_you_mean(entry.key, names, fmt::format("it takes: {}", comma_separated(names))));
}

}  // namespace

namespace rule_schema {
const TableSchema file{"a rule file", file_keys};
const TableSchema type{"a type", type_keys};
const TableSchema layer{"a layer", layer_keys};
const TableSchema lexicon{"a lexicon", lexicon_keys};
const TableSchema cut{"a cut", cut_keys};
const TableSchema rule{"a rule", rule_keys};
const TableSchema test{"a test", test_keys};
const TableSchema limit{"a limit", limit_keys};
}  // namespace rule_schema

std::vector<std::string> split_choices(std::string_view choices) {
  std::vector<std::string> result;
  for (std::size_t bar = choices.find('|'); bar != std::string_view::npos; bar = choices.find('|')) {
    result.emplace_back(choices.substr(0, bar));
    choices.remove_prefix(bar + 1);
  }
  result.emplace_back(choices);
  return result;
}

bool check_shape(std::string_view key, const TomlValue& value, Shape shape, RuleReporter& reporter) {
  if (has_shape(value, shape)) return true;
  reporter.error(rule_error::wrong_type, value.at, value.width,
                 value.kind == TomlKind::array ? fmt::format("'{}' must be {}", key, shape_name(shape))
                                               : fmt::format("'{}' must be {}, not {}", key, shape_name(shape), kind_name(value.kind)),
                 hint_for_shape(key, value, shape));
  return false;
}

void check_table(const TomlValue& table, const TableSchema& schema, RuleReporter& reporter) {
  for (const TomlEntry& entry : table.entries) {
    const auto key = std::find_if(schema.keys.begin(), schema.keys.end(), [&](const KeySchema& k) { return k.name == entry.key; });
    if (key == schema.keys.end()) {
      report_unknown_key(entry, schema, reporter);
    } else if (check_shape(key->name, entry.value, key->shape, reporter)) {
      if (key->choices.empty()) check_not_empty(entry.value, *key, reporter);
      else check_choice(entry.value, *key, reporter);
    }
  }
  for (const KeySchema& key : schema.keys) {
    if (!key.required || table.find(key.name) != nullptr) continue;
    reporter.error(rule_error::missing_key, table.at, table.width, fmt::format("{} without '{}'", schema.title, key.name));
  }
}

}  // namespace onrecord
