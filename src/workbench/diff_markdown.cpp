#include <fmt/format.h>

#include <algorithm>

#include "onrecord/workbench/diff_forms.h"

namespace onrecord {
namespace {

constexpr std::array<const char*, change_count> class_titles = {"Added", "Removed", "Changed", "Now from another rule", "Same"};

/// Text of articles as it is: nothing of it is mark-up, and nobody is mentioned by it.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '@': out += "&#64;"; break;
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '\n': out += ' '; break;
      default:
        if (std::string_view("\\`*_[]|~#$").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
  }
  return out;
}

std::string table(const DiffSheet& sheet) {
  std::string text = "| rule | added | removed | changed | from another rule | same |\n|---|--:|--:|--:|--:|--:|\n";
  for (const auto& [id, changes] : sheet.found.rules) {
    if (!changes.differs()) continue;
    const bool is_unapproved = sheet.judgement.lacks_approval(id);
    text += fmt::format("| `{}`{} | {} | {} | {} | {} | {} |\n", id, is_unapproved ? " **not approved**" : "", changes.count(Change::added),
                        changes.count(Change::removed), changes.count(Change::changed), changes.count(Change::moved), changes.count(Change::same));
  }
  return text;
}

std::string fields(const DiffSample& sample) {
  std::string text;
  if (sample.change == Change::changed) {
    for (const FieldChange& change : changed_fields(*sample.before, *sample.after))
      text += fmt::format("  - {}: {}\n", escaped(change.name), marked_changes(change, escaped));
    return text;
  }
  for (const auto& [name, value] : sample.shown().fields)
    if (name == "speaker.name" || name == "cue.text" || name == "question") text += fmt::format("  - {}: {}\n", escaped(name), escaped(value));
  return text;
}

std::string sample(const DiffSample& difference) {
  const ComparedRecord& record = difference.shown();
  std::string text = fmt::format("- `{}`", difference.rule);
  if (!difference.old_rule.empty()) text += fmt::format(" (was `{}`)", difference.old_rule);
  text += fmt::format(", {}, {}:{}\n", record.kind, escaped(difference.doc), record.line);
  const RecordContext& context = difference.context;
  if (!context.marked.empty()) text += fmt::format("  > {}**{}**{}\n\n", escaped(context.before), escaped(context.marked), escaped(context.after));
  return text + fields(difference);
}

std::string tests(const DiffSheet& sheet) {
  if (sheet.tests.empty()) return {};
  std::string text = "\nTests, ready to be pasted:\n\n```toml\n";
  for (const auto& [rule, entry] : sheet.tests) text += fmt::format("# {}\n{}\n", rule, entry);
  return text + "```\n";
}

}  // namespace

std::string diff_markdown(const DiffSheet& sheet) {
  std::string text = fmt::format("### {} What the rules find now: {} → {}\n\n{}.\n", sheet.judgement.holds ? "✅" : "❌", escaped(sheet.before),
                                 escaped(sheet.after), diff_summary(sheet.found));
  for (const std::string& message : sheet.judgement.exceeded) text += fmt::format("\n**{}**\n", message);
  if (sheet.gold != nullptr) text += '\n' + gold_markdown(*sheet.gold);
  if (!sheet.found.differs()) return text;
  text += '\n' + table(sheet);
  for (const Change change : {Change::added, Change::removed, Change::changed, Change::moved}) {
    std::string shown;
    for (const DiffSample& difference : sheet.found.samples)
      if (difference.change == change) shown += sample(difference);
    if (shown.empty()) continue;
    text += fmt::format("\n<details><summary>{}: {}</summary>\n\n{}\n</details>\n", class_titles[static_cast<std::size_t>(change)], sheet.found.total(change),
                        shown);
  }
  return text + tests(sheet);
}

}  // namespace onrecord
