#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "onrecord/output/record_writer.h"

namespace onrecord {

/// csv: fields quoted as in RFC 4180, lines ending in '\n'. tsv: a tab, a line end and a backslash in a field are written
/// \t, \n, \r and \\, as Miller reads them.
enum class TableFormat : std::uint8_t { csv, tsv };

/// Writes the records of one kind as a table with a line of names. What is null is an empty field; several names in one
/// field stand behind each other with "; " between them, several ids with a space.
class TableWriter : public RecordWriter {
 public:
  /// `kind`: one of the kinds of records. `pass`: names of the columns for `DocumentFacts::passed`. Refers to `rules`.
  TableWriter(const RuleSet& rules, std::string kind, TableFormat format, std::vector<std::string> pass);

  Frame frame() const override;
  void append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const override;
  void append(std::string& out, const ErrorRecord& error) const override;

 private:
  const RuleSet* rules_;
  std::string kind_;
  TableFormat format_;
  std::vector<std::string> pass_;
};

}  // namespace onrecord
