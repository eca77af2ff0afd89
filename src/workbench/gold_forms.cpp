#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "onrecord/workbench/diff_forms.h"

namespace onrecord {
namespace {

constexpr std::size_t columns = 3;
constexpr const char* measure_columns[columns] = {"precision", "recall", "F1"};
constexpr const char* rule_columns[columns] = {"precision", "recall", "speaker"};

std::optional<double> share(std::uint64_t part, std::uint64_t all) {
  return all == 0 ? std::nullopt : std::optional(static_cast<double>(part) / static_cast<double>(all));
}

enum class Direction { same, better, worse };

Direction direction(const FigureChange& figure) {
  if (figure.loss() == 0) return Direction::same;
  return figure.loss() < 0 ? Direction::better : Direction::worse;
}

/// As wide as a terminal shows it: the arrow has three bytes.
std::string padded(const std::string& cell, std::size_t width) {
  const auto shown = static_cast<std::size_t>(std::count_if(cell.begin(), cell.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  return cell + std::string(shown < width ? width - shown : 0, ' ');
}

std::string text_table(const std::vector<GoldRow>& rows, const char* const (&heads)[columns], bool colored) {
  constexpr std::size_t cell_width = 17;
  std::size_t width = 0;
  for (const GoldRow& row : rows) width = std::max(width, row.title.size());
  std::string text, kind;
  for (const GoldRow& row : rows) {
    if (row.kind != kind) {
      std::string head = "  " + padded(row.kind, width + 2);
      for (const char* name : heads) head += "  " + padded(name, cell_width);
      text += head.substr(0, head.find_last_not_of(' ') + 1) + '\n';
    }
    kind = row.kind;
    std::string line = "    " + padded(row.title, width);
    for (const FigureChange& figure : row.figures) {
      const std::string cell = padded(figure_cell(figure), cell_width);
      const Direction way = direction(figure);
      line += "  " + (colored && way != Direction::same ? fmt::format("\x1b[{}m{}\x1b[0m", way == Direction::better ? 32 : 31, cell) : cell);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

/// "−0.012", "+0.030"
std::string signed_change(const FigureChange& figure) { return fmt::format("{}{:.3f}", figure.change() < 0 ? "−" : "+", std::abs(figure.change())); }

std::string markdown_cell(const FigureChange& figure) {
  if (figure.change() == 0) return figure_cell(figure);
  return fmt::format("{} **{}**", figure_cell(figure), signed_change(figure));
}

std::string html_cell(const FigureChange& figure) {
  if (direction(figure) == Direction::same) return figure_cell(figure);
  return fmt::format("{} <span class=\"{}\">{}</span>", figure_cell(figure), direction(figure) == Direction::better ? "better" : "worse",
                     signed_change(figure));
}

/// The cells of a row, up to the last column.
template <typename Write>
std::string cells(const GoldRow& row, Write write) {
  std::string text;
  for (std::size_t i = 0; i < columns; ++i) text += write(i < row.figures.size() ? &row.figures[i] : nullptr);
  return text;
}

std::string markdown_table(const std::vector<GoldRow>& rows, const char* first, const char* const (&heads)[columns]) {
  std::string text = fmt::format("| {} | {} |\n|---|--:|--:|--:|\n", first, fmt::join(heads, " | "));
  for (const GoldRow& row : rows)
    text += fmt::format("| {} |{}\n", row.title, cells(row, [](const FigureChange* f) { return fmt::format(" {} |", f == nullptr ? "" : markdown_cell(*f)); }));
  return text;
}

std::string html_table(const std::vector<GoldRow>& rows, const char* first, const char* const (&heads)[columns]) {
  std::string text =
      fmt::format("<div class=\"wide\"><table class=\"gold\"><thead><tr><th>{}</th><th>{}</th></tr></thead>\n", first, fmt::join(heads, "</th><th>"));
  for (const GoldRow& row : rows)
    text += fmt::format("<tr><td>{}</td>{}</tr>\n", row.title,
                        cells(row, [](const FigureChange* f) { return fmt::format("<td>{}</td>", f == nullptr ? "" : html_cell(*f)); }));
  return text + "</table></div>\n";
}

/// Ids as code, with their kind.
std::vector<GoldRow> named(std::vector<GoldRow> rows, const char* open, const char* close) {
  for (GoldRow& row : rows) row.title = fmt::format("{}{}{} {}", open, row.title, close, row.kind);
  return rows;
}

}  // namespace

std::vector<GoldRow> rows_of_measures(const GoldChange& change) {
  std::vector<GoldRow> rows;
  for (const MeasureChange& measure : change.measures) {
    const MeasureDescription& description = description_of(measure.measure);
    GoldRow row{std::string(description.title), std::string(description.section), figure_changes(measure)};
    if (!any_moves(row.figures)) continue;
    if (row.figures.size() == 1) row.title += fmt::format(": {}", row.figures.front().name);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<GoldRow> rows_of_rules(const GoldChange& change) {
  std::vector<GoldRow> rows;
  for (const RuleGoldChange& rule : change.rules) {
    const RuleFigures &before = rule.before, &after = rule.after;
    GoldRow row{rule.rule.empty() ? "(no rule)" : rule.rule, after.kind, {}};
    row.figures.push_back({"precision", share(before.right, before.judged), share(after.right, after.judged)});
    row.figures.push_back({"recall", rule.recall(before), rule.recall(after)});
    if (before.speakers + after.speakers > 0)
      row.figures.push_back({"speaker", share(before.speakers_right, before.speakers), share(after.speakers_right, after.speakers)});
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string figure_cell(const FigureChange& figure) {
  const auto cell = [](std::optional<double> value) { return value ? fmt::format("{:.3f}", *value) : std::string("–"); };
  return figure.moves() ? fmt::format("{} → {}", cell(figure.before), cell(figure.after)) : cell(figure.after);
}

std::string gold_summary(const GoldChange& change) {
  const std::size_t moving = rows_of_measures(change).size();
  return fmt::format("{} marked-up article{}: {} of {} measures move{}", change.articles, change.articles == 1 ? "" : "s", moving, change.measures.size(),
                     moving == 1 ? "s" : "");
}

std::string gold_text(const GoldChange& change, bool colored) {
  return fmt::format("{}\n{}{}", gold_summary(change), text_table(rows_of_measures(change), measure_columns, colored),
                     text_table(rows_of_rules(change), rule_columns, colored));
}

std::string gold_markdown(const GoldChange& change) {
  std::string text = gold_summary(change) + ".\n";
  if (const auto rows = rows_of_measures(change); !rows.empty()) text += '\n' + markdown_table(rows, "measure", measure_columns);
  if (const auto rows = rows_of_rules(change); !rows.empty())
    text +=
        fmt::format("\n<details><summary>By rule: {}</summary>\n\n{}\n</details>\n", rows.size(), markdown_table(named(rows, "`", "`"), "rule", rule_columns));
  return text;
}

std::string gold_html(const GoldChange& change) {
  std::string text = fmt::format("<h2>Precision and recall</h2>\n<p class=\"sides\">{}</p>\n", gold_summary(change));
  if (const auto rows = rows_of_measures(change); !rows.empty()) text += html_table(rows, "measure", measure_columns);
  if (const auto rows = rows_of_rules(change); !rows.empty()) text += html_table(named(rows, "<code>", "</code>"), "rule", rule_columns);
  return text;
}

}  // namespace onrecord
