#pragma once

#include <string>
#include <utility>
#include <vector>

#include "onrecord/output/record_writer.h"

namespace onrecord {

/// Writes articles as a page to look at: the text with quotes, claims, cues and mentions marked in the colors of their speakers, who these are, and
/// a table of all statements with their rules. A file is one HTML page that needs no other and no script, for light and dark screens and for paper.
class ArticlePageWriter : public RecordWriter {
 public:
  /// `kinds`: the kinds of records that are marked; all where it is empty.
  explicit ArticlePageWriter(std::vector<std::string> kinds) : kinds_(std::move(kinds)) {}

  Frame frame() const override;
  bool needs_text() const override { return true; }
  void append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const override;
  void append(std::string& out, const ErrorRecord& error) const override;

 private:
  std::vector<std::string> kinds_;
};

}  // namespace onrecord
