#pragma once

#include <string>
#include <utility>
#include <vector>

#include "onrecord/output/record_writer.h"

namespace onrecord {

/// Writes quotes, claims, FAQ pairs and the kinds that the rules declare as W3C Web Annotations, one a line. A target is
/// the stretch of text by its position and by its words with what stands around them; the bodies say what it is and who
/// said it. Document, speaker and error records mark no stretch and are left out.
class WebAnnotationWriter : public RecordWriter {
 public:
  /// `kinds`: the kinds of records to write; all where it is empty.
  explicit WebAnnotationWriter(std::vector<std::string> kinds) : kinds_(std::move(kinds)) {}

  bool needs_text() const override { return true; }
  void append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const override;
  void append(std::string&, const ErrorRecord&) const override {}

 private:
  std::vector<std::string> kinds_;
};

}  // namespace onrecord
