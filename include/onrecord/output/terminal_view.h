#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/output/record_writer.h"

namespace onrecord {

/// How articles look on a terminal.
struct TerminalOptions {
  bool is_colored = false;
  std::size_t width = 0;  ///< code points a line; 0: lines are not broken
};

/// Writes articles to be read on a terminal: the text with quotes and claims in the colors of their speakers, behind each the number of who says it,
/// then who these are. Without colors claims stand between braces. What stands in the text cannot steer the terminal.
class TerminalWriter : public RecordWriter {
 public:
  /// `kinds`: the kinds of records that are marked; all where it is empty.
  TerminalWriter(std::vector<std::string> kinds, TerminalOptions options) : kinds_(std::move(kinds)), options_(options) {}

  bool needs_text() const override { return true; }
  void append(std::string& out, const DocumentFacts& facts, const Extraction& extraction) const override;
  /// Standard error tells of it.
  void append(std::string&, const ErrorRecord&) const override {}

 private:
  std::vector<std::string> kinds_;
  TerminalOptions options_;
};

}  // namespace onrecord
