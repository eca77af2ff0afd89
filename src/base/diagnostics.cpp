#include "onrecord/base/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace onrecord {
namespace {

/// Escape sequences of terminals, or nothing.
struct Style {
  bool colored = false;

  std::string bold(std::string_view text) const { return wrapped("1", text); }
  std::string of(Severity severity, std::string_view text) const {
    switch (severity) {
      case Severity::note: return wrapped("1;36", text);
      case Severity::warning: return wrapped("1;35", text);
      case Severity::error: break;
    }
    return wrapped("1;31", text);
  }

 private:
  std::string wrapped(const char* codes, std::string_view text) const {
    return colored && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", codes, text) : std::string(text);
  }
};

/// Names of files and what stands in them may hold anything. A message does nothing to the terminal.
std::string without_controls(std::string_view text, bool keeps_line_ends) {
  std::string shown;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : 0);
    const bool is_late_control = byte == 0xC2 && next >= 0x80 && next < 0xA0;
    if (byte == '\n') shown += keeps_line_ends ? "\n" : "\\n";
    else if (byte == '\t') shown += "\\t";
    else if (byte == '\r') shown += "\\r";
    else if (byte < 0x20 || byte == 0x7F) shown += fmt::format("\\x{:02x}", byte);
    else if (is_late_control) shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[++at]));
    else shown += text[at];
  }
  return shown;
}

/// `file:line:column: `
std::string place(std::string_view file, std::uint32_t line, std::uint32_t column) {
  if (file.empty()) return {};
  std::string text = on_one_line(file);
  if (line > 0) text += fmt::format(":{}", line);
  if (line > 0 && column > 0) text += fmt::format(":{}", column);
  return text + ": ";
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// White space as wide as `text`: tabs stay tabs, so that the caret stands under its byte whatever a tab's width is.
std::string blank_like(std::string_view text) {
  std::string blank;
  for (const char c : text)
    if (begins_character(c)) blank += c == '\t' ? '\t' : ' ';
  return blank;
}

/// A line of a file as a terminal may show it: what would do something to it is another character of as many bytes.
std::string harmless(std::string_view line) {
  std::string shown(line);
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const auto byte = static_cast<unsigned char>(shown[at]);
    const auto next = static_cast<unsigned char>(at + 1 < shown.size() ? shown[at + 1] : 0);
    if ((byte < 0x20 && byte != '\t') || byte == 0x7F) shown[at] = '?';
    if (byte == 0xC2 && next >= 0x80 && next < 0xA0) shown[at + 1] = '\xB7';  // a middle dot
  }
  return shown;
}

constexpr std::size_t most_shown = 160;  // bytes of a line: a terminal wraps longer ones, and the caret stands under nothing
constexpr std::size_t shown_before = 60;

/// Part of a long line around what is meant; it begins and ends with … where the line goes on.
struct Excerpt {
  std::string text;
  std::size_t start = 0;  ///< of what is meant
};

std::size_t character_at_or_before(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && !begins_character(text[at])) --at;
  return at;
}

Excerpt excerpt(std::string_view line, std::size_t start) {
  if (line.size() <= most_shown) return {std::string(line), start};
  const std::size_t begin = start <= most_shown / 2 ? 0 : character_at_or_before(line, start - shown_before);
  const std::size_t end = character_at_or_before(line, std::min(begin + most_shown, line.size()));
  const std::string_view before = begin > 0 ? "…" : "";
  return {fmt::format("{}{}{}", before, line.substr(begin, end - begin), end < line.size() ? "…" : ""), start - begin + before.size()};
}

/// The line and, where a column is known, what of it is meant. Either is indented by two.
std::string quoted_line(std::string_view line, std::uint32_t column, std::uint32_t width, Severity severity, Style style) {
  if (line.empty()) return {};
  const Excerpt shown = excerpt(harmless(line), std::min<std::size_t>(std::max<std::uint32_t>(column, 1) - 1, line.size()));
  std::string text = fmt::format("  {}\n", shown.text);
  if (column == 0) return text;
  line = shown.text;
  const std::size_t start = shown.start;
  const std::string_view marked = line.substr(start, width);
  const auto characters = static_cast<std::size_t>(std::count_if(marked.begin(), marked.end(), begins_character));
  const std::string caret = '^' + std::string(std::max<std::size_t>(characters, 1) - 1, '~');
  return text + fmt::format("  {}{}\n", blank_like(line.substr(0, start)), style.of(severity, caret));
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

std::string on_one_line(std::string_view text) { return without_controls(text, false); }

std::size_t Diagnostics::errors() const {
  const auto is_error = [](const Diagnostic& item) { return item.severity == Severity::error; };
  return static_cast<std::size_t>(std::count_if(items_.begin(), items_.end(), is_error));
}

std::size_t Diagnostics::warnings() const {
  const auto is_warning = [](const Diagnostic& item) { return item.severity == Severity::warning; };
  return static_cast<std::size_t>(std::count_if(items_.begin(), items_.end(), is_warning));
}

void Diagnostics::sort_by_place() {
  const auto earlier = [](const Diagnostic& a, const Diagnostic& b) { return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column); };
  std::stable_sort(items_.begin(), items_.end(), earlier);
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

std::string render(const Diagnostic& diagnostic, bool colored) {
  const Style style{colored};
  std::string kind(name_of(diagnostic.severity));
  if (!diagnostic.code.empty()) kind += fmt::format("[{}]", diagnostic.code);
  std::string out = fmt::format("{}{}: {}\n", style.bold(place(diagnostic.file, diagnostic.line, diagnostic.column)), style.of(diagnostic.severity, kind),
                                without_controls(diagnostic.message, true));
  out += quoted_line(diagnostic.source_line, diagnostic.column, diagnostic.width, diagnostic.severity, style);
  if (!diagnostic.hint.empty()) out += fmt::format("  {}\n", diagnostic.hint);
  for (const Note& note : diagnostic.notes) {
    out += fmt::format("{}{}: {}\n", style.bold(place(note.file, note.line, note.column)), style.of(Severity::note, name_of(Severity::note)),
                       without_controls(note.message, true));
    out += quoted_line(note.source_line, note.column, note.width, Severity::note, style);
  }
  return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::size_t best = std::max<std::size_t>(word.size() / 3, 1) + 1;
  std::string found;
  for (const std::string& candidate : candidates) {
    if (candidate.size() < 2 && word.size() > 1) continue;  // a letter is near to any short word
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

}  // namespace onrecord
