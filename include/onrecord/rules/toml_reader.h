#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/definition.h"
#include "onrecord/rules/rule_errors.h"

namespace onrecord {

enum class TomlKind { text, integer, number, boolean, array, table, other };

struct TomlEntry;

/// A value of a TOML file with its place. Owns what it holds.
struct TomlValue {
  TomlKind kind = TomlKind::other;
  PatternText text;  ///< of a text: its contents and where they begin
  std::int64_t integer = 0;
  double number = 0;  ///< of an integer too
  bool boolean = false;
  bool inline_table = false;       ///< written `{ … }`
  std::vector<TomlValue> items;    ///< of an array
  std::vector<TomlEntry> entries;  ///< of a table, in the order written
  Place at;
  std::size_t width = 1;  ///< bytes from `at` on; of a value over several lines: those of its first line

  /// The value of `key` in a table; null where it has none.
  const TomlValue* find(std::string_view key) const;
};

/// `key = value`
struct TomlEntry {
  std::string key;
  Place at;
  std::size_t width = 1;
  TomlValue value;
};

/// Reads one file. A syntax error is reported, and then there is nothing.
std::optional<TomlValue> read_toml(const RuleFile& file, RuleReporter& reporter);

/// "an array", "a text": for messages.
std::string_view kind_name(TomlKind kind);

}  // namespace onrecord
