#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/extract/record/record.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// A field of the input object that its records carry along: its name, and its value as JSON.
struct PassedField {
  std::string name;
  std::string json;
};

/// What records tell of a document besides what was found in its text.
struct DocumentFacts {
  std::string doc;  ///< what all records of the document give as `doc`
  std::string source;
  std::uint64_t size = 0;
  std::string sha256;
  std::string encoding;
  std::optional<std::string> text;  ///< of a writer that `needs_text`
  std::vector<PassedField> passed;
};

/// A document that could not be read, or not as it stands.
struct ErrorRecord {
  std::string doc;
  std::string source;
  std::string code;
  std::string message;
  bool fatal = true;  ///< there are no records of this document
  std::vector<PassedField> passed;
};

/// What is written around records: a file is `head`, the records, `tail`.
struct Frame {
  std::string head;
  std::string separator;  ///< what every record begins with and the first of a file is written without
  std::string tail;
};

/// A format of records. Keeps nothing from one call to the next, so that documents can be written side by side.
class RecordWriter {
 public:
  virtual ~RecordWriter() = default;

  virtual Frame frame() const { return {}; }
  /// Whether `DocumentFacts::text` is to be there.
  virtual bool needs_text() const { return false; }
  /// Appends the records of a document; all of it is valid UTF-8.
  virtual void append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const = 0;
  virtual void append(std::string& out, const ErrorRecord& error) const = 0;
};

}  // namespace onrecord
