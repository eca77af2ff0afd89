#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "onrecord/output/record_writer.h"

namespace onrecord {

/// What of the records is written.
struct NdjsonOptions {
  std::vector<std::string> kinds;  ///< the kinds of records to write; all where it is empty. Errors are always written
  bool emit_text = false;          ///< the text of each document in its record
};

/// Writes records as lines of JSON, one record a line, keys in a fixed order.
class NdjsonWriter : public RecordWriter {
 public:
  /// Refers to `rules`.
  NdjsonWriter(const RuleSet& rules, NdjsonOptions options);

  bool needs_text() const override { return options_.emit_text; }
  void append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const override;
  void append(std::string& out, const ErrorRecord& error) const override;

 private:
  const RuleSet* rules_;
  std::vector<std::string> all_kinds_;
  NdjsonOptions options_;
};

}  // namespace onrecord
