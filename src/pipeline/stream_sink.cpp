#include "onrecord/pipeline/stream_sink.h"

#include <utility>

namespace onrecord {

StreamSink::StreamSink(OutputFile output, Frame frame) : output_(std::move(output)), frame_(std::move(frame)) {
  constexpr std::size_t usual_size = 256U << 10U;  // of what waits; untouched memory costs nothing
  waiting_.reserve(usual_size);
  waiting_ = frame_.head;
}

std::optional<InputFailure> StreamSink::write(const WrittenDocument& document) {
  std::string_view records = document.records;
  if (!records.empty() && std::exchange(is_empty_, false)) records.remove_prefix(frame_.separator.size());
  waiting_ += records;
  return std::nullopt;
}

bool StreamSink::flush(const RunSummary&, Diagnostics& diagnostics) {
  const bool is_written = output_.write(waiting_, diagnostics);
  waiting_.clear();
  return is_written;
}

bool StreamSink::finish(const RunSummary& summary, Ending ending, Diagnostics& diagnostics) {
  waiting_ += frame_.tail;
  if (!flush(summary, diagnostics)) return false;
  if (ending == Ending::stopped) return true;
  if (ending == Ending::whole || !output_.appears_whole()) return output_.finish(diagnostics);
  Diagnostic note;
  note.severity = Severity::note;
  note.file = "onrecord";
  note.message = "the output file is not written, as the run ended early; with --resume what was done would be kept";
  diagnostics.add(std::move(note));
  return true;
}

}  // namespace onrecord
