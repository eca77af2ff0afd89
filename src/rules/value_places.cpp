#include "onrecord/rules/value_places.h"

#include <algorithm>
#include <optional>

#include "onrecord/rules/toml_reader.h"

namespace onrecord {
namespace {

const TomlValue* table_at(const TomlValue& value, const Place& place);

const TomlValue* table_below(const TomlValue& table, const Place& place) {
  for (const TomlEntry& entry : table.entries) {
    if (entry.at == place && entry.value.kind == TomlKind::table) return &entry.value;
    if (entry.value.kind == TomlKind::text && entry.value.text.at == place) return &table;
    if (const TomlValue* found = table_at(entry.value, place)) return found;
  }
  return nullptr;
}

/// The table in or below `value` that `place` was taken from: where it begins, where its name stands as a key, or where a
/// text of it begins.
const TomlValue* table_at(const TomlValue& value, const Place& place) {
  if (value.kind == TomlKind::table) return value.at == place ? &value : table_below(value, place);
  for (const TomlValue& item : value.items) {
    if (const TomlValue* found = table_at(item, place)) return found;
  }
  return nullptr;
}

std::optional<ValuePlace> find_word(const TomlValue& value, std::string_view word) {
  if (value.kind == TomlKind::text && value.text.text == word) return ValuePlace{value.text.at, word.size()};
  for (const TomlValue& item : value.items) {
    if (const auto found = find_word(item, word)) return found;
  }
  for (const TomlEntry& entry : value.entries) {
    if (entry.key == word) return ValuePlace{entry.at, entry.width};
  }
  for (const TomlEntry& entry : value.entries) {
    if (const auto found = find_word(entry.value, word)) return found;
  }
  return std::nullopt;
}

/// The entry `key` of the table that `table` was taken from, with everything below it.
std::optional<TomlEntry> find_entry(const std::vector<RuleFile>& files, const Place& table, std::string_view key) {
  const auto file = std::find_if(files.begin(), files.end(), [&](const RuleFile& f) { return f.path == table.file; });
  if (file == files.end()) return std::nullopt;
  Diagnostics ignored;
  RuleReporter reporter(files, ignored);
  const std::optional<TomlValue> root = read_toml(*file, reporter);
  const TomlValue* found = root ? table_below(*root, table) : nullptr;  // the file itself may begin where its first table does
  if (found == nullptr) return std::nullopt;
  const auto entry = std::find_if(found->entries.begin(), found->entries.end(), [&](const TomlEntry& e) { return e.key == key; });
  return entry == found->entries.end() ? std::nullopt : std::optional(*entry);
}

}  // namespace

ValuePlace place_of_value(const std::vector<RuleFile>& files, const Place& table, std::string_view key, std::string_view word) {
  const std::optional<TomlEntry> entry = find_entry(files, table, key);
  const std::optional<ValuePlace> found = entry ? find_word(entry->value, word) : std::nullopt;
  return found.value_or(ValuePlace{table, 1});
}

ValuePlace place_of_key(const std::vector<RuleFile>& files, const Place& table, std::string_view key) {
  const std::optional<TomlEntry> entry = find_entry(files, table, key);
  return entry ? ValuePlace{entry->at, entry->width} : ValuePlace{table, 1};
}

}  // namespace onrecord
