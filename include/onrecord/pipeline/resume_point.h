#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "onrecord/base/diagnostics.h"
#include "onrecord/pipeline/run_summary.h"

namespace onrecord {

/// How far a run had come: what a later one goes on from.
struct ResumePoint {
  std::string key;                 ///< what must be the same for both: version, rules, options
  std::uint64_t output_bytes = 0;  ///< of the unfinished file that are good
  bool has_records = false;        ///< there are records among them
  bool is_finished = false;        ///< only the file's name was still to be given
  RunSummary summary;
};

/// None where there is no such file, or no point in it.
std::optional<ResumePoint> read_resume_point(const std::string& path);

/// Replaces the file as a whole. False, with a diagnostic, on failure.
bool write_resume_point(const std::string& path, const ResumePoint& point, Diagnostics& diagnostics);

/// Removes the file and what a killed run left of writing it.
void remove_resume_point(const std::string& path);

}  // namespace onrecord
