#include <fmt/format.h>

#include <algorithm>

#include "onrecord/workbench/diff_forms.h"

namespace onrecord {
namespace {

constexpr std::array<Change, 4> differing = {Change::added, Change::removed, Change::changed, Change::moved};
constexpr std::array<const char*, change_count> colors = {"32", "31", "33", "36", "0"};
constexpr std::size_t longest_shown = 300;

std::string_view sign(Change change) { return change_signs[static_cast<std::size_t>(change)]; }

std::string in_color(Change change, std::string text, bool colored) {
  return colored ? fmt::format("\x1b[{}m{}\x1b[0m", colors[static_cast<std::size_t>(change)], text) : text;
}

/// On one line, and not too long for one.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() <= longest_shown) return text;
  std::size_t end = longest_shown;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + " …";
}

std::string counts(const RuleChanges& changes, bool colored) {
  std::string text;
  for (const Change change : differing) {
    const std::uint64_t count = changes.count(change);
    std::string cell = fmt::format("{}{}", sign(change), count);
    const std::size_t width = cell.size() - (change == Change::moved ? 2 : 0);  // the arrow has three bytes
    text += "  " + (count > 0 ? in_color(change, cell, colored) : cell) + std::string(width < 6 ? 6 - width : 0, ' ');
  }
  return text + fmt::format("  ={}", changes.count(Change::same));
}

std::string table(const DiffSheet& sheet, bool colored) {
  std::size_t width = 0;
  for (const auto& [id, changes] : sheet.found.rules)
    if (changes.differs()) width = std::max(width, id.size());
  std::string text;
  for (const auto& [id, changes] : sheet.found.rules) {
    if (!changes.differs()) continue;
    const bool is_unapproved = sheet.judgement.lacks_approval(id);
    text += fmt::format("  {:<{}}{}{}\n", id, width, counts(changes, colored), is_unapproved ? "  not approved" : "");
  }
  return text;
}

std::string fields_of(const ComparedRecord& record) {
  std::string text;
  for (const auto& [name, value] : record.fields)
    if (name != "confidence" && name != "section" && name != "block") text += fmt::format("    {}: {}\n", name, one_line(value));
  return text;
}

std::string changes_of(const DiffSample& sample, bool colored) {
  std::string text;
  for (const FieldChange& change : changed_fields(*sample.before, *sample.after)) {
    const auto line = [&](Change kind, const std::string& value) {
      return "    " + in_color(kind, fmt::format("{} {}: {}", sign(kind), change.name, one_line(value)), colored) + '\n';
    };
    if (!change.before.empty()) text += line(Change::removed, change.before);
    if (!change.after.empty()) text += line(Change::added, change.after);
  }
  return text;
}

std::string context_line(const RecordContext& context, bool colored) {
  if (context.marked.empty()) return {};
  const char* open = colored ? "\x1b[7m" : "[[";
  const char* close = colored ? "\x1b[0m" : "]]";
  return fmt::format("    in: {}{}{}{}{}\n", one_line(context.before), open, one_line(context.marked), close, one_line(context.after));
}

std::string sample_text(const DiffSample& sample, bool colored) {
  const ComparedRecord& record = sample.shown();
  std::string head = fmt::format("{} {} {}:{}", sign(sample.change), sample.rule, sample.doc, record.line);
  if (!sample.old_rule.empty()) head += fmt::format("  (was {})", sample.old_rule);
  std::string text = in_color(sample.change, head, colored) + fmt::format("  {} [{}, {}]\n", record.kind, record.bytes.begin, record.bytes.end);
  text += sample.change == Change::changed ? changes_of(sample, colored) : fields_of(record);
  return text + context_line(sample.context, colored);
}

}  // namespace

std::string diff_summary(const RecordDifferences& found) {
  const std::uint64_t same = found.total(Change::same);
  return fmt::format("{} document{}: {} record{} the same, {} added, {} removed, {} changed, {} now from another rule", found.documents,
                     found.documents == 1 ? "" : "s", same, same == 1 ? "" : "s", found.total(Change::added), found.total(Change::removed),
                     found.total(Change::changed), found.total(Change::moved));
}

std::string diff_text(const DiffSheet& sheet, bool colored) {
  std::string text = table(sheet, colored);
  for (const DiffSample& sample : sheet.found.samples) text += '\n' + sample_text(sample, colored);
  if (!sheet.tests.empty()) text += '\n';
  for (const auto& [rule, entry] : sheet.tests) text += fmt::format("# {}\n{}\n", rule, entry);
  if (sheet.gold != nullptr) text += (text.empty() ? "" : "\n") + gold_text(*sheet.gold, colored);
  for (const std::string& message : sheet.judgement.exceeded) text += "\n" + message;
  if (!sheet.judgement.exceeded.empty()) text += '\n';
  if (!text.empty()) text += '\n';
  return text;
}

std::string diff_line(const DiffSample& sample) {
  const ComparedRecord& record = sample.shown();
  const auto text =
      std::find_if(record.fields.begin(), record.fields.end(), [](const auto& field) { return field.first == "text" || field.first == "question"; });
  return fmt::format("{} {}:{} [{}, {}] {}\n", sign(sample.change), sample.doc, record.line, record.bytes.begin, record.bytes.end,
                     text == record.fields.end() ? "" : one_line(text->second));
}

}  // namespace onrecord
