#pragma once

namespace onrecord {

/// While it lives, SIGTERM, SIGINT and SIGHUP ask the program to stop, instead of killing it. A second signal of the same
/// kind kills. Signals that the parent ignores, as `nohup` does, stay ignored.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// There is something to read from it once a signal came.
  int descriptor() const;
  /// Ends the program by the signal that came, as the shell expects it; returns if none came.
  void die_if_asked();
};

}  // namespace onrecord
