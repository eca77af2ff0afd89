#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/rule_errors.h"
#include "onrecord/rules/toml_reader.h"

namespace onrecord {

/// What a key's value may be.
enum class Shape {
  text,
  texts,  ///< a text or an array of texts
  boolean,
  integer,
  number,    ///< an integer or a number
  table,     ///< a table with keys of the user's choosing
  tables,    ///< an array of tables
  anything,  ///< judged by whoever reads it
};

/// A key that a table may have.
struct KeySchema {
  std::string_view name;
  Shape shape = Shape::text;
  bool required = false;
  std::string_view doc;
  std::string_view choices = {};  ///< of a text: "line|sentence|document"; empty: any
};

/// A table of the rule language: what it is called in messages, and its keys.
struct TableSchema {
  std::string_view title;
  std::span<const KeySchema> keys;
};

/// The whole language. Unknown keys are found by these tables, and so is the nearest valid one.
namespace rule_schema {
extern const TableSchema file;
extern const TableSchema type;
extern const TableSchema layer;
extern const TableSchema lexicon;
extern const TableSchema cut;
extern const TableSchema rule;
extern const TableSchema test;
extern const TableSchema limit;
}  // namespace rule_schema

/// Reports keys of `table` that `schema` does not have, values of another shape, and required keys that are missing.
void check_table(const TomlValue& table, const TableSchema& schema, RuleReporter& reporter);

/// Reports it if `value`, of the key `key`, has not this shape; tells whether it has.
bool check_shape(std::string_view key, const TomlValue& value, Shape shape, RuleReporter& reporter);

/// "a|b" as {"a", "b"}
std::vector<std::string> split_choices(std::string_view choices);

}  // namespace onrecord
