#include "onrecord/input/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

extern char** environ;

namespace onrecord {
namespace {

struct Pipe {
  int read = -1;
  int write = -1;

  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) == 0) {
      read = ends[0];
      write = ends[1];
    }
  }
  ~Pipe() {
    close_end(read);
    close_end(write);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
};

std::optional<pid_t> start(const std::vector<std::string>& words, const Pipe& output, const Pipe& errors) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.write, STDERR_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int failure = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) return std::nullopt;
  return child;
}

/// Takes what there is; false at the end.
bool take(int from, std::string& to) {
  std::array<char, 16384> buffer;
  const ssize_t count = ::read(from, buffer.data(), buffer.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  to.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0;
}

/// Reads both pipes as they fill, so that the child never waits for one while we wait for the other.
void read_both(Pipe& output, Pipe& errors, ChildOutcome& outcome) {
  while (output.read >= 0 || errors.read >= 0) {
    std::array<pollfd, 2> waiting = {pollfd{output.read, POLLIN, 0}, pollfd{errors.read, POLLIN, 0}};
    if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    if (waiting[0].revents != 0 && !take(output.read, outcome.output)) Pipe::close_end(output.read);
    if (waiting[1].revents != 0 && !take(errors.read, outcome.errors)) Pipe::close_end(errors.read);
  }
}

}  // namespace

std::optional<ChildOutcome> run_program(const std::vector<std::string>& words) {
  Pipe output, errors;
  if (words.empty() || output.read < 0 || errors.read < 0) return std::nullopt;
  const std::optional<pid_t> child = start(words, output, errors);
  if (!child) return std::nullopt;
  Pipe::close_end(output.write);
  Pipe::close_end(errors.write);
  ChildOutcome outcome;
  read_both(output, errors, outcome);
  int status = 0;
  while (waitpid(*child, &status, 0) < 0 && errno == EINTR) {}
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

}  // namespace onrecord
