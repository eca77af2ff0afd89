#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/rules/definition.h"

namespace onrecord {

/// The fields that a test may expect of records of the kind `kind`: those of the program's own, and of the types that rules export. None
/// where there is no such kind.
std::optional<std::vector<std::string>> fields_in_tests(const RuleSetDefinition& rules, std::string_view kind);

/// The kinds of records that tests may expect.
std::vector<std::string> kinds_in_tests(const RuleSetDefinition& rules);

/// All fields of all these kinds.
std::vector<std::string> fields_of_any_record(const RuleSetDefinition& rules);

/// A word in what a test expects that names nothing.
struct WrongField {
  std::string word;
  const char* code = "";  ///< of the error
  std::string message, hint;
};

/// The first field that a test expects and nothing has: the test would always fail or, with `FIELD = ""`, always hold. `fields` are those that
/// may stand where no `type` says of what kind of record they are.
std::optional<WrongField> wrong_field(const RuleSetDefinition& rules, const Settings& expected, const std::vector<std::string>& fields);

}  // namespace onrecord
