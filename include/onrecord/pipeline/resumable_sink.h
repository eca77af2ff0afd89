#pragma once

#include <chrono>
#include <string>

#include "onrecord/output/record_writer.h"
#include "onrecord/pipeline/output_file.h"
#include "onrecord/pipeline/record_sink.h"
#include "onrecord/pipeline/resume_point.h"

namespace onrecord {

/// A file like that of `StreamSink`, of which a run that ends early leaves what is done, for a later one to go on:
/// FILE.partial has the records, FILE.resume tells how many of them are good. Both are gone once FILE is there.
class ResumableSink : public RecordSink {
 public:
  /// `partial`: the file so far, `OutputFile::open_partial` at `point.output_bytes`.
  ResumableSink(OutputFile partial, Frame frame, std::string point_path, ResumePoint point);

  std::optional<InputFailure> write(const WrittenDocument& document) override;
  bool flush(const RunSummary& summary, Diagnostics& diagnostics) override;
  bool finish(const RunSummary& summary, Ending ending, Diagnostics& diagnostics) override;
  bool has(const SourceDocument&) const override { return false; }

 private:
  bool write_waiting(Diagnostics& diagnostics);
  bool save(const RunSummary& summary, Diagnostics& diagnostics);

  OutputFile partial_;
  Frame frame_;
  std::string point_path_;
  ResumePoint point_;
  std::string waiting_;
  std::chrono::steady_clock::time_point saved_at_ = std::chrono::steady_clock::now();
};

}  // namespace onrecord
