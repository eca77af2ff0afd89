#include "onrecord/pipeline/resumable_sink.h"

#include <utility>

namespace onrecord {
namespace {

constexpr std::chrono::milliseconds between_points{500};

}  // namespace

ResumableSink::ResumableSink(OutputFile partial, Frame frame, std::string point_path, ResumePoint point)
    : partial_(std::move(partial)), frame_(std::move(frame)), point_path_(std::move(point_path)), point_(std::move(point)) {
  if (point_.output_bytes == 0) waiting_ = frame_.head;
}

std::optional<InputFailure> ResumableSink::write(const WrittenDocument& document) {
  std::string_view records = document.records;
  if (!records.empty() && !std::exchange(point_.has_records, true)) records.remove_prefix(frame_.separator.size());
  waiting_ += records;
  return std::nullopt;
}

bool ResumableSink::write_waiting(Diagnostics& diagnostics) {
  if (!partial_.write(waiting_, diagnostics)) return false;
  point_.output_bytes += waiting_.size();
  waiting_.clear();
  return true;
}

/// The records are on the disk before the point says so.
bool ResumableSink::save(const RunSummary& summary, Diagnostics& diagnostics) {
  saved_at_ = std::chrono::steady_clock::now();
  point_.summary = summary;
  return partial_.sync(diagnostics) && write_resume_point(point_path_, point_, diagnostics);
}

bool ResumableSink::flush(const RunSummary& summary, Diagnostics& diagnostics) {
  if (!write_waiting(diagnostics)) return false;
  return std::chrono::steady_clock::now() - saved_at_ < between_points || save(summary, diagnostics);
}

bool ResumableSink::finish(const RunSummary& summary, Ending ending, Diagnostics& diagnostics) {
  if (!write_waiting(diagnostics) || !save(summary, diagnostics)) return false;
  if (ending != Ending::whole) return true;
  waiting_ = frame_.tail;
  point_.is_finished = true;
  if (!write_waiting(diagnostics) || !save(summary, diagnostics) || !partial_.finish(diagnostics)) return false;
  remove_resume_point(point_path_);
  return true;
}

}  // namespace onrecord
