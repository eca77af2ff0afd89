#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/extract/extract.h"
#include "onrecord/input/documents.h"
#include "onrecord/output/record_writer.h"
#include "onrecord/pipeline/record_sink.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// What comes of a piece of the input: records, what to tell the user, and what to count.
struct RecordBlock {
  /// What comes of one input of the piece.
  struct Part {
    enum class Kind { document, skipped, failure, warning, unit_end };
    Kind kind = Kind::document;
    std::size_t end = 0;  ///< where its records end in `records`; they begin where those of the part before end
    std::string id;       ///< of a document and a failure: as there
    std::string source;
    std::string digest;                                         ///< `content_digest`, or of a unit's end
    std::vector<std::pair<std::string, std::uint64_t>> counts;  ///< records by type
    std::vector<std::string> errors;                            ///< codes of the error records
    std::vector<Diagnostic> reports;
    std::uint64_t bytes = 0;  ///< of a unit's end: as there
  };

  std::string records;
  std::vector<Part> parts;
};

/// What all threads share to make blocks; refers to it.
struct BlockMaker {
  const RuleSet& rules;
  const RecordWriter& writer;
  const RecordSink& sink;
  const InputOptions& input;
  const ExtractOptions& extract;

  /// Reads the piece and extracts. Keeps nothing, so that several threads can do it at once.
  RecordBlock make(Piece piece) const;
};

}  // namespace onrecord
