#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "onrecord/base/diagnostics.h"
#include "onrecord/input/documents.h"
#include "onrecord/pipeline/run_summary.h"

namespace onrecord {

/// `plain`: lines for a log. `terminal`: one line that is written over.
enum class ProgressStyle : std::uint8_t { none, plain, terminal };

/// Tells on standard error how far a run has come: on a terminal in one line that is written over, for logs in a line now
/// and then. Messages go through it, so that they do not end up in that line.
class Progress {
 public:
  /// `input` tells how much there is to do; it is looked at only once there is something to show.
  Progress(ProgressStyle style, InputOptions input);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// What of a run is done, now and then.
  void update(const RunSummary& summary);
  /// Writes it to standard error, on a line of its own.
  void message(const Diagnostic& diagnostic);

 private:
  void run();
  std::string line(double seconds) const;

  ProgressStyle style_;
  InputOptions input_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool has_ended_ = false;
  std::uint64_t documents_ = 0;
  std::uint64_t errors_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t bytes_before_ = 0;  // of the run that is gone on with
  bool is_shown_ = false;           // there is a line on the terminal to write over
  std::optional<std::uint64_t> total_bytes_;
  std::thread thread_;
};

}  // namespace onrecord
