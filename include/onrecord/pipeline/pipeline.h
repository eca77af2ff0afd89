#pragma once

#include <cstdint>
#include <functional>

#include "onrecord/base/diagnostics.h"
#include "onrecord/extract/extract.h"
#include "onrecord/input/documents.h"
#include "onrecord/output/record_writer.h"
#include "onrecord/pipeline/output_file.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

struct PipelineOptions {
  ExtractOptions extract;
  bool fail_fast = false;  ///< stop at the first input that fails
};

struct PipelineOutcome {
  std::uint64_t documents = 0;  ///< extracted
  std::uint64_t records = 0;    ///< found in them
  std::uint64_t errors = 0;     ///< error records
  bool output_failed = false;   ///< the rest was not written
};

/// Reads, extracts and writes one document after the other, each in one block of whole lines; holds no more than one.
/// Each error and warning goes to `report` when it happens.
PipelineOutcome run_pipeline(const RuleSet& rules, DocumentStream& input, const RecordWriter& writer, OutputFile& output,
                             const PipelineOptions& options, const std::function<void(const Diagnostic&)>& report);

}  // namespace onrecord
