#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/extract/record.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// What a `document` record tells besides what was found in the text.
struct DocumentFacts {
  std::string doc;     ///< what all records of the document give as `doc`
  std::string source;
  std::uint64_t size = 0;
  std::string sha256;
  std::string encoding;
  std::optional<std::string> text;  ///< shown where present
};

/// A document that could not be read, or not as it stands.
struct ErrorRecord {
  std::string doc;
  std::string source;
  std::string code;
  std::string message;
  bool fatal = true;  ///< there are no records of this document
};

/// Writes records as lines of JSON, one record a line, keys in a fixed order. Keeps nothing from one call to the next.
class NdjsonWriter {
 public:
  /// `kinds`: the kinds of records to write; all where it is empty. Errors are always written.
  NdjsonWriter(const RuleSet& rules, std::vector<std::string> kinds);

  /// Appends the `document` record and the records of its extraction.
  void append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const;
  void append(std::string& out, const ErrorRecord& error) const;

 private:
  bool is_wanted(std::string_view kind) const;

  const RuleSet* rules_;
  std::vector<std::string> kinds_;
};

}  // namespace onrecord
