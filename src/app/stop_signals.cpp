#include "onrecord/app/stop_signals.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace onrecord {
namespace {

constexpr std::array<int, 3> watched = {SIGTERM, SIGINT, SIGHUP};

// A signal handler gets nothing but the number, so what it needs cannot be anywhere else.
std::array<int, 2> pipe_ends = {-1, -1};
volatile std::sig_atomic_t signal_that_came = 0;

extern "C" void on_signal(int number) {
  const int saved = errno;
  signal_that_came = number;
  const char byte = 0;
  [[maybe_unused]] const ssize_t written = write(pipe_ends[1], &byte, 1);
  errno = saved;
}

}  // namespace

StopSignals::StopSignals() {
  if (pipe2(pipe_ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  for (const int number : watched) {
    struct sigaction current {};
    if (sigaction(number, nullptr, &current) != 0 || current.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = on_signal;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigaction(number, &action, nullptr);
  }
}

StopSignals::~StopSignals() {
  for (const int number : watched) {
    struct sigaction current {};
    if (sigaction(number, nullptr, &current) == 0 && current.sa_handler == on_signal) std::signal(number, SIG_DFL);
  }
  for (int& end : pipe_ends) {
    if (end >= 0) close(end);
    end = -1;
  }
}

int StopSignals::descriptor() const { return pipe_ends[0]; }

void StopSignals::die_if_asked() {
  if (signal_that_came == 0) return;
  std::signal(signal_that_came, SIG_DFL);
  std::raise(signal_that_came);
}

}  // namespace onrecord
