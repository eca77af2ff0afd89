#include "onrecord/rules/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "onrecord/base/ascii.h"
#include "onrecord/rules/rule_schema.h"

namespace onrecord {
namespace {

/// Names that stand in the braces of patterns are plain words; lexicons may be grouped with a dot; others take a hyphen too.
bool is_well_formed(std::string_view sort, std::string_view name) {
  const bool in_patterns = sort == "type" || sort == "fragment" || sort == "field";
  const bool dotted = !in_patterns;
  const bool hyphenated = !in_patterns && sort != "lexicon";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) { return is_ascii_word(c) || (dotted && c == '.') || (hyphenated && c == '-'); });
}

FieldDefinition read_field(const TomlEntry& entry, RuleReading& reading) {
  FieldDefinition field{entry.key, FieldKind::span, false, {}, entry.at};
  const std::string& text = entry.value.text.text;
  std::string_view kind = std::string_view(text).substr(0, text.find(':'));
  field.optional = kind.ends_with('?');
  if (field.optional) kind.remove_suffix(1);
  const bool has_choices = kind == "choice" || kind == "enum";
  if (has_choices) field.kind = FieldKind::choice;
  if (kind == "text") field.kind = FieldKind::text;
  if (has_choices && text.find(':') != std::string::npos) field.choices = split_choices(std::string_view(text).substr(text.find(':') + 1));
  const auto is_no_choice = [](const std::string& choice) { return choice.empty() || choice.ends_with('?'); };  // a '?' belongs behind the kind
  const bool choices_malformed = has_choices && (field.choices.empty() || std::any_of(field.choices.begin(), field.choices.end(), is_no_choice));
  const bool fits = !choices_malformed && (has_choices || ((kind == "span" || kind == "text") && text.find(':') == std::string::npos));
  if (!fits) {
    reading.reporter.error(rule_error::bad_value, entry.value.at, entry.value.width, fmt::format("'{}' is no kind of field", text),
                           "it is \"span\", \"text\" or \"choice:a|b\"; \"span?\", \"text?\" or \"choice?:a|b\" where it may be missing");
  }
  return field;
}

std::vector<FieldDefinition> read_fields(const TomlValue& type, RuleReading& reading) {
  std::vector<FieldDefinition> fields;
  for (const TomlEntry& entry : entries_at(type, "fields")) {
    if (!check_shape(entry.key, entry.value, Shape::text, reading.reporter)) continue;
    if (!is_well_formed("field", entry.key) || entry.key == "span" || entry.key == "type") {
      reading.reporter.error(rule_error::bad_value, entry.at, entry.width, fmt::format("'{}' cannot name a field", entry.key),
                             "letters, digits and '_'; not 'span' and 'type', which every annotation has");
    }
    fields.push_back(read_field(entry, reading));
  }
  return fields;
}

LayerDefinition read_layer(const TomlValue& table) {
  LayerDefinition layer;
  layer.name = text_at(table, "name");
  layer.unit = text_at(table, "unit");
  layer.over = texts_at(table, "over");
  layer.skip = texts_at(table, "skip");
  layer.mask = texts_at(table, "mask");
  layer.tags = texts_at(table, "tags");
  layer.anchor = text_at(table, "anchor");
  if (const std::string pick = text_at(table, "pick"); !pick.empty()) layer.pick = pick;
  layer.at = pattern_at(table, "name").at;
  return layer;
}

/// Whether records of this kind are the program's own. A rule that made such would make records of two sorts under one name.
bool is_kind_of_the_program(std::string_view name) {
  constexpr std::array<std::string_view, 5> kinds = {"document", "speaker", "quote", "claim", "error"};
  return std::find(kinds.begin(), kinds.end(), name) != kinds.end();
}

/// What patterns name in the same way; empty: nothing.
std::string_view shares_braces_with(std::string_view sort) {
  if (sort == "fragment") return "lexicon";
  return sort == "lexicon" ? "fragment" : "";
}

/// What to do where another file has the name already.
std::string hint_for_duplicate(std::string_view sort, const std::string& name) {
  if (sort == "rule") return fmt::format("give this one an id of its own; then `off = [\"{}\"]` at the top of its file switches the other one off", name);
  if (sort == "lexicon") return "with `more = true` its words are added to that lexicon";
  return "all files are one set: name the other one without defining it again, or give this one another name";
}

}  // namespace

bool RuleReading::claim(std::string_view sort, const std::string& name, const Place& at) {
  if (!is_well_formed(sort, name)) {
    reporter.error(rule_error::bad_value, at, name.size(), fmt::format("'{}' cannot name a {}", name, sort),
                   "names are made of letters, digits and '_'; ids and lexicons may have '.' too");
  }
  if (const std::string_view rival = shares_braces_with(sort); !rival.empty()) {
    if (const auto other = names.find(fmt::format("{} {}", rival, name)); other != names.end()) {
      reporter.error(rule_error::duplicate, at, name.size(),
                     fmt::format("{} '{}' has the name of a {}: '{{{}}}' can mean one of them only", sort, name, rival, name), {},
                     {other_place(other->second, name.size())});
    }
  }
  const auto [entry, is_new] = names.try_emplace(fmt::format("{} {}", sort, name), at);
  if (is_new) return true;
  const bool takes_over = is_added(entry->second) && !is_added(at);
  const Place kept = takes_over ? at : entry->second;
  const Place wrong = takes_over ? entry->second : at;
  reporter.error(rule_error::duplicate, wrong, name.size(), fmt::format("{} '{}' is defined twice", sort, name),
                 kept.file == wrong.file ? std::string() : hint_for_duplicate(sort, name), {other_place(kept, name.size())});
  if (!takes_over) return false;
  forget(sort, name);
  entry->second = at;
  return true;
}

bool RuleReading::is_added(const Place& at) const {
  const auto file = std::find_if(files.begin(), files.end(), [&](const RuleFile& f) { return f.path == at.file; });
  return file != files.end() && file->added;
}

void RuleReading::forget(std::string_view sort, const std::string& name) {
  const auto has_name = [&](const auto& part) { return part.name == name; };
  if (sort == "type") std::erase_if(definition.types, has_name);
  if (sort == "fragment") std::erase_if(definition.fragments, has_name);
  if (sort == "lexicon") std::erase_if(definition.lexicons, has_name);
  if (sort == "cut") std::erase_if(definition.cuts, has_name);
  if (sort == "rule") std::erase_if(definition.rules, [&](const RuleDefinition& rule) { return rule.id == name; });
  if (sort != "layer") return;
  const auto layer = std::find_if(definition.layers.begin(), definition.layers.end(), has_name);
  followed.erase(followed.begin() + (layer - definition.layers.begin()));
  definition.layers.erase(layer);
}

void read_types(const TomlValue& root, RuleReading& reading) {
  for (const TomlEntry& entry : entries_at(root, "type")) {
    if (!check_shape(entry.key, entry.value, Shape::table, reading.reporter)) continue;
    check_table(entry.value, rule_schema::type, reading.reporter);
    TypeDefinition type{
        entry.key, text_at(entry.value, "doc"), flag_at(entry.value, "export"), read_fields(entry.value, reading), text_at(entry.value, "unique"), entry.at};
    if (type.exported && is_kind_of_the_program(type.name)) {
      reading.reporter.error(rule_error::bad_value, type.at, type.name.size(),
                             fmt::format("'{}' cannot name a kind of record of the rules: the program makes such records itself", type.name),
                             "give the type another name, or leave 'export' out");
    }
    if (reading.claim("type", type.name, type.at)) reading.definition.types.push_back(std::move(type));
  }
}

void read_layers(const TomlValue& root, RuleReading& reading) {
  for (const TomlValue* table : tables_at(root, "layer")) {
    check_table(*table, rule_schema::layer, reading.reporter);
    LayerDefinition layer = read_layer(*table);
    if (layer.name.empty() || !reading.claim("layer", layer.name, layer.at)) continue;
    reading.definition.layers.push_back(std::move(layer));
    reading.followed.emplace_back(text_at(*table, "follows"), pattern_at(*table, "follows").at);
  }
}

void read_fragments(const TomlValue& root, RuleReading& reading) {
  for (const TomlEntry& entry : entries_at(root, "fragment")) {
    if (!check_shape(entry.key, entry.value, Shape::text, reading.reporter)) continue;
    if (reading.claim("fragment", entry.key, entry.at)) reading.definition.fragments.push_back({entry.key, entry.value.text});
  }
}

void read_cuts(const TomlValue& root, RuleReading& reading) {
  for (const TomlEntry& entry : entries_at(root, "cut")) {
    if (!check_shape(entry.key, entry.value, Shape::table, reading.reporter)) continue;
    check_table(entry.value, rule_schema::cut, reading.reporter);
    CutDefinition cut{entry.key, pattern_at(entry.value, "match"), flag_at(entry.value, "x"), texts_at(entry.value, "cuts"), entry.at};
    if (!reading.claim("cut", cut.name, entry.at)) continue;
    if (cut.pattern.text.empty() == cut.cuts.empty()) {
      reading.reporter.error(rule_error::match_or_words, entry.at, entry.width, fmt::format("cut '{}' needs one of 'match' and 'cuts'", cut.name));
      continue;
    }
    reading.definition.cuts.push_back(std::move(cut));
  }
}

std::string text_at(const TomlValue& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  return value == nullptr ? std::string() : value->text.text;
}

PatternText pattern_at(const TomlValue& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  return value == nullptr ? PatternText{} : value->text;
}

std::vector<std::string> texts_at(const TomlValue& table, std::string_view key) {
  std::vector<std::string> texts;
  if (const TomlValue* value = table.find(key)) {
    for (PatternText& text : texts_of(*value)) texts.push_back(std::move(text.text));
  }
  return texts;
}

bool flag_at(const TomlValue& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  return value != nullptr && value->boolean;
}

const std::vector<TomlEntry>& entries_at(const TomlValue& table, std::string_view key) {
  static const std::vector<TomlEntry> none;
  const TomlValue* value = table.find(key);
  return value == nullptr ? none : value->entries;
}

std::vector<const TomlValue*> tables_at(const TomlValue& table, std::string_view key) {
  std::vector<const TomlValue*> tables;
  if (const TomlValue* value = table.find(key)) {
    for (const TomlValue& item : value->items) {
      if (item.kind == TomlKind::table) tables.push_back(&item);
    }
  }
  return tables;
}

std::vector<PatternText> texts_of(const TomlValue& value) {
  if (value.kind == TomlKind::text) return {value.text};
  std::vector<PatternText> texts;
  for (const TomlValue& item : value.items) {
    if (item.kind == TomlKind::text) texts.push_back(item.text);
  }
  return texts;
}

}  // namespace onrecord
