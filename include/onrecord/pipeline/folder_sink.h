#pragma once

#include <memory>
#include <string>
#include <unordered_set>

#include "onrecord/output/record_writer.h"
#include "onrecord/pipeline/done_list.h"
#include "onrecord/pipeline/record_sink.h"

namespace onrecord {

/// A file for each document, below a folder. Each appears whole or not at all. A document whose name would lead out of
/// the folder, or is that of another document, is refused.
class FolderSink : public RecordSink {
 public:
  /// `suffix` is put behind each name, with its dot. `done`: what earlier runs did; none: everything is written.
  FolderSink(std::string folder, std::string suffix, Frame frame, std::unique_ptr<DoneList> done);

  std::optional<InputFailure> write(const WrittenDocument& document) override;
  bool flush(const RunSummary& summary, Diagnostics& diagnostics) override;
  bool finish(const RunSummary& summary, Ending ending, Diagnostics& diagnostics) override;
  bool has(const SourceDocument& document) const override;

 private:
  void write_file(const std::string& name, std::string_view records);

  std::string folder_;
  std::string suffix_;
  Frame frame_;
  std::unique_ptr<DoneList> done_;
  std::unordered_set<std::uint64_t> names_;  // digests of those of this run
  std::string last_parent_;                  // it is there already
  Diagnostics failures_;                     // of writing, for the next flush
};

}  // namespace onrecord
