#include "onrecord/app/pager.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

namespace onrecord {
namespace {

constexpr const char* usual_pager = "less";

/// Whether one of the folders of PATH has such a program.
bool is_installed(const std::string& program) {
  const char* path = std::getenv("PATH");
  for (std::string_view rest = path == nullptr ? "" : path; !rest.empty();) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    if (access((std::string(rest.substr(0, end)) + '/' + program).c_str(), X_OK) == 0) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

/// A command for the shell; empty: none.
std::string pager_command() {
  const char* said = std::getenv("PAGER");
  if (said != nullptr) return std::string_view(said) == "cat" ? "" : said;
  return is_installed(usual_pager) ? usual_pager : "";
}

}  // namespace

void page_standard_output() {
  const std::string command = isatty(STDOUT_FILENO) != 0 ? pager_command() : std::string();
  std::array<int, 2> ends{};
  if (command.empty() || pipe(ends.data()) != 0) return;
  const pid_t child = fork();
  const bool is_pager = child > 0;
  if (child >= 0) dup2(ends[is_pager ? 0 : 1], is_pager ? STDIN_FILENO : STDOUT_FILENO);
  close(ends[0]);
  close(ends[1]);
  if (!is_pager) return;
  setenv("LESS", "FRX", 0);  // leave at once what fits the screen, keep colors, leave the text on the screen
  execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  _exit(127);
}

}  // namespace onrecord
