#include "onrecord/rules/rule_errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace onrecord {

std::string_view line_of(std::string_view text, std::uint32_t line) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  for (std::uint32_t i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

void RuleReporter::error(const char* code, const Place& at, std::size_t width, std::string message, std::string hint, std::vector<Note> notes) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.file = at.file;
  diagnostic.line = at.line;
  diagnostic.column = at.column;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  for (Note& note : notes) {
    const auto other = std::find_if(files_.begin(), files_.end(), [&](const RuleFile& f) { return f.path == note.file; });
    if (other != files_.end()) note.source_line = line_of(other->text, note.line);
  }
  diagnostic.notes = std::move(notes);
  const auto file = std::find_if(files_.begin(), files_.end(), [&](const RuleFile& f) { return f.path == at.file; });
  if (file != files_.end() && at.line > 0) diagnostic.source_line = line_of(file->text, at.line);
  const std::size_t rest = diagnostic.source_line.size() + 1 - std::min<std::size_t>(at.column, diagnostic.source_line.size());
  diagnostic.width = static_cast<std::uint32_t>(std::clamp<std::size_t>(width, 1, rest));
  diagnostics_.add(std::move(diagnostic));
}

Note other_place(const Place& at, std::size_t width) { return {at.file, at.line, at.column, static_cast<std::uint32_t>(width), "it stands here, too", {}}; }

void add_with_lines(const Diagnostics& found, const std::vector<RuleFile>& files, Diagnostics& diagnostics) {
  const auto add_line = [&](auto& item) {
    const auto file = std::find_if(files.begin(), files.end(), [&](const RuleFile& f) { return f.path == item.file; });
    if (item.source_line.empty() && item.line > 0 && file != files.end()) item.source_line = line_of(file->text, item.line);
  };
  for (Diagnostic item : found.items()) {
    add_line(item);
    for (Note& note : item.notes) add_line(note);
    diagnostics.add(std::move(item));
  }
}

Diagnostics without_repeats(const Diagnostics& found) {
  Diagnostics kept;
  std::set<std::tuple<std::string, std::string, std::uint32_t, std::uint32_t, std::string>> seen;
  for (const Diagnostic& item : found.items()) {
    if (seen.emplace(item.code, item.file, item.line, item.column, item.message).second) kept.add(item);
  }
  return kept;
}

bool needs_all_files(const Diagnostic& error) {
  using namespace rule_error;
  static const std::set<std::string_view> codes = {missing_file,    unknown_reference, missing_anchor, unknown_choice, unknown_value,
                                                   empty_selection, unknown_name,      unknown_field,  unknown_unique};
  return codes.count(error.code) > 0;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates, std::string otherwise) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? std::move(otherwise) : fmt::format("did you mean '{}'?", near);
}

std::string comma_separated(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

}  // namespace onrecord
