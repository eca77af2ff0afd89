#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_errors.h"
#include "onrecord/rules/toml_reader.h"

namespace onrecord {

/// The state of reading all files: what was read, and which names are taken.
struct RuleReading {
  const std::vector<RuleFile>& files;
  RuleReporter& reporter;
  RuleSetDefinition& definition;
  std::unordered_map<std::string, Place> names;         ///< "rule person.titled" -> where it was defined
  std::vector<std::pair<std::string, Place>> followed;  ///< for each layer: the name of the one it follows; mostly empty
  std::vector<LexiconDefinition> more;                  ///< lexicons that add to others
  std::vector<PatternText> off;                         ///< ids of rules that do not run

  /// Takes `name` for a thing of the sort `sort` ("type", "rule"); reports it if it is taken already or misspelt. Fragments and lexicons are
  /// named in one way, so neither may take the name of the other.
  /// Where the name was taken in an added file, and this is none, that one is reported and forgotten.
  bool claim(std::string_view sort, const std::string& name, const Place& at);

 private:
  bool is_added(const Place& at) const;
  void forget(std::string_view sort, const std::string& name);
};

/// Each reads one part of a file's table into `reading.definition`.
void read_types(const TomlValue& root, RuleReading& reading);
void read_layers(const TomlValue& root, RuleReading& reading);
void read_fragments(const TomlValue& root, RuleReading& reading);
void read_cuts(const TomlValue& root, RuleReading& reading);
void read_lexicons(const TomlValue& root, RuleReading& reading);
void read_rules(const TomlValue& root, RuleReading& reading);

/// What speaks of parts that may stand in any file, so that it waits until all are read: words are added, rules switched off.
void apply_to_others(RuleReading& reading);

/// Reads `test = [ … ]` of a rule.
std::vector<RuleTest> read_tests(const TomlValue& rule, RuleReporter& reporter);

/// Reads a record that a test expects, by field.
Settings read_expected(const TomlValue& record, RuleReporter& reporter);

/// The text of `key`; empty where it is missing or no text.
std::string text_at(const TomlValue& table, std::string_view key);
/// The same with its place.
PatternText pattern_at(const TomlValue& table, std::string_view key);
/// The texts of a text or of an array.
std::vector<std::string> texts_at(const TomlValue& table, std::string_view key);
/// False where it is missing.
bool flag_at(const TomlValue& table, std::string_view key);
/// The entries of the table `key`, of a table; none where it is missing.
const std::vector<TomlEntry>& entries_at(const TomlValue& table, std::string_view key);
/// The tables of the array `key`.
std::vector<const TomlValue*> tables_at(const TomlValue& table, std::string_view key);
/// The texts of a text or of an array of texts.
std::vector<PatternText> texts_of(const TomlValue& value);

}  // namespace onrecord
