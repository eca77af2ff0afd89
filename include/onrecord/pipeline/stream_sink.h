#pragma once

#include <optional>
#include <string>

#include "onrecord/output/record_writer.h"
#include "onrecord/pipeline/output_file.h"
#include "onrecord/pipeline/record_sink.h"

namespace onrecord {

/// All records one behind the other, in a file or on standard output.
class StreamSink : public RecordSink {
 public:
  StreamSink(OutputFile output, Frame frame);

  std::optional<InputFailure> write(const WrittenDocument& document) override;
  bool flush(const RunSummary& summary, Diagnostics& diagnostics) override;
  bool finish(const RunSummary& summary, Ending ending, Diagnostics& diagnostics) override;
  bool has(const SourceDocument&) const override { return false; }

 private:
  OutputFile output_;
  Frame frame_;
  std::string waiting_;   // for the next flush: whole records
  bool is_empty_ = true;  // no record so far
};

}  // namespace onrecord
