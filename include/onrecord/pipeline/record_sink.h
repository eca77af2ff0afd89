#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "onrecord/base/diagnostics.h"
#include "onrecord/input/documents.h"
#include "onrecord/pipeline/run_summary.h"

namespace onrecord {

/// Tells whether a document, with what its records show besides, is the same as in another run.
std::string content_digest(const SourceDocument& document);

/// The records of one document, or of what went wrong with it.
struct WrittenDocument {
  std::string id;  ///< as `SourceDocument::id`
  std::string source;
  std::string digest;  ///< `content_digest`; empty for what could not be read
  std::string_view records;
  bool is_done = false;  ///< an earlier run has written them, and here are none
};

/// How a run ended: with the input, after too many errors, or because it was asked to.
enum class Ending { whole, cut, stopped };

/// Where records go. Gets them in the order of the input, from one thread at a time.
class RecordSink {
 public:
  virtual ~RecordSink() = default;

  /// Takes the records of a document. Some places refuse a document and tell why; the rest of the run goes on.
  virtual std::optional<InputFailure> write(const WrittenDocument& document) = 0;
  /// Hands to the system what was taken so far. `summary` counts it. False, with a diagnostic, where it does not take it.
  virtual bool flush(const RunSummary& summary, Diagnostics& diagnostics) = 0;
  /// Ends the output, after the last `flush`. False, with a diagnostic, on failure.
  virtual bool finish(const RunSummary& summary, Ending ending, Diagnostics& diagnostics) = 0;
  /// Whether an earlier run has written the records of this document. May be called by several threads at once.
  virtual bool has(const SourceDocument& document) const = 0;
};

}  // namespace onrecord
