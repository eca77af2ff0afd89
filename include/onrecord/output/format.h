#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onrecord/output/record_writer.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// In which form records are written, and which.
struct FormatOptions {
  std::string format = "ndjson";   ///< one of `format_names`
  std::vector<std::string> kinds;  ///< the kinds of records to write; all where it is empty
  bool emit_text = false;          ///< the text of each document in its record, where the format has such a place
  std::vector<std::string> pass;   ///< names of the fields that records carry along
};

/// The formats, the usual one first.
const std::vector<std::string>& format_names();

/// What does not go together; empty: nothing. The kinds are those of the rules.
std::string problem_with(const FormatOptions& options);

/// The writer of a format. Refers to `rules`. The options must have no problem.
std::unique_ptr<RecordWriter> make_writer(const RuleSet& rules, const FormatOptions& options);

}  // namespace onrecord
