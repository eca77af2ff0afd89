#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "onrecord/app/extract_options.h"
#include "onrecord/output/record_writer.h"
#include "onrecord/pipeline/record_sink.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {

/// The output that was asked for, and what an earlier run has done of it.
struct OpenedOutput {
  std::unique_ptr<RecordSink> sink;  ///< none: all is done
  RunSummary resumed;
};

/// Opens the output and shows what is wrong with it or new about it. None where it cannot be opened.
std::optional<OpenedOutput> open_output(const ExtractArguments& arguments, const RuleSet& rules, const RecordWriter& writer);

/// Tells what of the options about the output does not go together; empty: nothing.
std::string problem_with_output(const ExtractArguments& arguments);

/// The files and folders that output goes to, as far as they are there.
std::vector<FileIdentity> outputs_of(const ExtractArguments& arguments);

/// What a run has done, as a line of JSON.
std::string stats_line(const RunSummary& summary, double seconds);

/// Writes that line where `--stats` says. False where that fails.
bool write_stats(const std::string& where, const RunSummary& summary, double seconds);

}  // namespace onrecord
