#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "onrecord/base/diagnostics.h"
#include "onrecord/extract/extract.h"
#include "onrecord/input/documents.h"
#include "onrecord/output/record_writer.h"
#include "onrecord/pipeline/record_sink.h"
#include "onrecord/pipeline/run_summary.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// How a run is done.
struct PipelineOptions {
  ExtractOptions extract;
  std::size_t jobs = 1;          ///< threads
  std::uint64_t max_errors = 0;  ///< stop at the input with this error; 0: never
  RunSummary resumed;            ///< what the run to go on with had done; its `units` are skipped by the input
};

/// Who is told what happens, in the order of the input, from one thread at a time.
struct PipelineObserver {
  std::function<void(const Diagnostic&)> report;    ///< each error and warning
  std::function<void(const RunSummary&)> progress;  ///< now and then
};

/// Reads, extracts and writes the documents of `input`, on several threads, in the order of the input. What is written
/// does not depend on how many threads there are nor on how the input is cut. Holds a few pieces for each thread.
RunSummary run_pipeline(const RuleSet& rules, const InputOptions& input, const RecordWriter& writer, RecordSink& sink, const PipelineOptions& options,
                        const PipelineObserver& observer);

}  // namespace onrecord
