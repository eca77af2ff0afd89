#pragma once

#include "onrecord/output/ndjson.h"

namespace onrecord {

/// Writes one JSON array of the records, a record a line.
class JsonArrayWriter : public RecordWriter {
 public:
  /// Refers to `rules`.
  JsonArrayWriter(const RuleSet& rules, NdjsonOptions options) : lines_(rules, std::move(options)) {}

  Frame frame() const override { return {"[", ",", "\n]\n"}; }
  bool needs_text() const override { return lines_.needs_text(); }
  void append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const override;
  void append(std::string& out, const ErrorRecord& error) const override;

 private:
  NdjsonWriter lines_;
};

}  // namespace onrecord
