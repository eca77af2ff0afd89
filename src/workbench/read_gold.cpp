#include "onrecord/workbench/read_gold.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <optional>

#include "onrecord/base/white_space.h"
#include "onrecord/unpack/byte_layer.h"

namespace onrecord {
namespace {

Diagnostic problem_at(const std::string& file, std::uint32_t line, std::string message) {
  Diagnostic diagnostic;
  diagnostic.file = file;
  diagnostic.line = line;
  diagnostic.message = std::move(message);
  return diagnostic;
}

std::uint64_t read_file(const std::string& path, const std::function<void(const GoldArticle&)>& take, const std::function<void(const Diagnostic&)>& report) {
  std::ifstream file;
  if (path != "-") file.open(path);
  std::istream& input = path == "-" ? std::cin : file;
  if (!input) {
    report(problem_at(path, 0, "cannot read this gold file: " + failure_of_system(errno).message));
    return 1;
  }
  std::uint64_t failed = 0;
  std::string line;
  for (std::uint32_t number = 1; std::getline(input, line); ++number) {
    if (is_blank(line)) continue;
    std::string problem;
    if (const std::optional<GoldArticle> article = read_gold_line(line, problem)) {
      take(*article);
    } else {
      report(problem_at(path, number, problem));
      ++failed;
    }
  }
  if (input.bad()) report(problem_at(path, 0, "reading this gold file failed"));
  return failed + (input.bad() ? 1 : 0);
}

}  // namespace

std::uint64_t read_gold(const std::vector<std::string>& paths, const std::function<void(const GoldArticle&)>& take,
                        const std::function<void(const Diagnostic&)>& report) {
  std::uint64_t failed = 0;
  for (const std::string& path : paths) failed += read_file(path, take, report);
  return failed;
}

}  // namespace onrecord
