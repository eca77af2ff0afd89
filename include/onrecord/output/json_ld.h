#pragma once

#include <string>
#include <utility>
#include <vector>

#include "onrecord/output/record_writer.h"

namespace onrecord {

/// Writes a line of JSON-LD for each document, in the words of schema.org: a NewsArticle with its Quotations, Claims and an
/// FAQPage as parts, and the speakers as Persons and Organizations that it mentions. A kind that the rules declare is a
/// CreativeWork with the kind as additionalType. schema.org has no word for errors: they are left out.
class JsonLdWriter : public RecordWriter {
 public:
  /// `kinds`: the kinds of records to write; all where it is empty.
  explicit JsonLdWriter(std::vector<std::string> kinds) : kinds_(std::move(kinds)) {}

  void append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const override;
  void append(std::string&, const ErrorRecord&) const override {}

 private:
  std::vector<std::string> kinds_;
};

}  // namespace onrecord
