#include "onrecord/base/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace onrecord {
namespace {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "error";
}

std::string place_of(const Diagnostic& diagnostic) {
  if (diagnostic.file.empty()) return {};
  std::string place = diagnostic.file;
  if (diagnostic.line > 0) place += fmt::format(":{}", diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) place += fmt::format(":{}", diagnostic.column);
  return place + ": ";
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// White space as wide as `text`: tabs stay tabs, so that the caret stands under its byte whatever a tab's width is.
std::string blank_like(std::string_view text) {
  std::string blank;
  for (const char c : text)
    if (begins_character(c)) blank += c == '\t' ? '\t' : ' ';
  return blank;
}

std::string caret_line(const Diagnostic& diagnostic) {
  const std::string_view line = diagnostic.source_line;
  const std::size_t start = std::min<std::size_t>(diagnostic.column - 1, line.size());
  const std::string_view marked = line.substr(start, diagnostic.width);
  const auto width = static_cast<std::size_t>(std::count_if(marked.begin(), marked.end(), begins_character));
  return blank_like(line.substr(0, start)) + '^' + std::string(std::max<std::size_t>(width, 1) - 1, '~');
}

/// How many letters must be changed, added, left out, or swapped with their neighbour to make `b` of `a`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row_before;  // of the prefix of `a` that is two letters shorter
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    row_before = std::exchange(above, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({above[j] + (a[i] == b[j] ? 0U : 1U), above[j + 1] + 1, row[j] + 1});
      const bool is_swap = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (is_swap) row[j + 1] = std::min(row[j + 1], row_before[j - 1] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::size_t Diagnostics::errors() const {
  const auto is_error = [](const Diagnostic& item) { return item.severity == Severity::error; };
  return static_cast<std::size_t>(std::count_if(items_.begin(), items_.end(), is_error));
}

void Diagnostics::sort_by_place() {
  const auto earlier = [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  };
  std::stable_sort(items_.begin(), items_.end(), earlier);
}

std::string render(const Diagnostic& diagnostic) {
  std::string out = place_of(diagnostic);
  out += severity_name(diagnostic.severity);
  if (!diagnostic.code.empty()) out += fmt::format("[{}]", diagnostic.code);
  out += fmt::format(": {}\n", diagnostic.message);
  if (!diagnostic.source_line.empty()) {
    out += fmt::format("  {}\n", diagnostic.source_line);
    if (diagnostic.column > 0) out += fmt::format("  {}\n", caret_line(diagnostic));
  }
  if (!diagnostic.hint.empty()) out += fmt::format("  {}\n", diagnostic.hint);
  return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::size_t best = std::max<std::size_t>(word.size() / 3, 1) + 1;
  std::string found;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

}  // namespace onrecord
