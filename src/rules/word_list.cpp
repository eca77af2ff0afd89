#include "onrecord/rules/word_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "onrecord/base/white_space.h"

namespace onrecord {
namespace {

/// A stretch of a line and its column.
struct Cell {
  std::string_view text;
  std::uint32_t column = 1;
};

struct NumberedLine {
  std::string_view text;
  std::uint32_t number = 0;
};

std::vector<NumberedLine> lines_of(std::string_view text) {
  std::vector<NumberedLine> lines;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({line, number});
  }
  return lines;
}

Cell trimmed(Cell cell) {
  const std::size_t begin = std::min(cell.text.find_first_not_of(" \t"), cell.text.size());
  const std::size_t end = cell.text.find_last_not_of(" \t") + 1;
  return {cell.text.substr(begin, std::max(begin, end) - begin), cell.column + static_cast<std::uint32_t>(begin)};
}

std::vector<Cell> split(Cell cell, char separator) {
  std::vector<Cell> cells;
  while (true) {
    const std::size_t end = cell.text.find(separator);
    cells.push_back({cell.text.substr(0, end), cell.column});
    if (end == std::string_view::npos) return cells;
    cell.column += static_cast<std::uint32_t>(end + 1);
    cell.text.remove_prefix(end + 1);
  }
}

/// The line up to a `#` at its start or behind white space.
std::string_view without_comment(std::string_view line) {
  for (std::size_t i = line.find('#'); i != std::string_view::npos; i = line.find('#', i + 1)) {
    if (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t') return line.substr(0, i);
  }
  return line;
}

class WordListReader {
 public:
  WordListReader(const RuleFile& file, LexiconDefinition& lexicon, RuleReporter& reporter) : file_(file), lexicon_(lexicon), reporter_(reporter) {}

  void read_patterns() {
    for (const auto& [line, number] : lines_of(file_.text)) {
      if (is_blank(line) || line == "#" || line.starts_with("# ")) continue;
      std::vector<Cell> cells = lexicon_.columns.empty() ? std::vector<Cell>{{line, 1}} : split({line, 1}, '\t');
      add_line(number, cells, std::string(cells.front().text));
    }
  }

  void read_words() {
    for (const auto& [line, number] : lines_of(file_.text)) {
      const std::string_view kept = without_comment(line);
      if (is_blank(kept)) continue;
      std::vector<Cell> cells = split({kept.substr(0, kept.find_last_not_of(" \t") + 1), 1}, '\t');
      std::for_each(cells.begin(), cells.end(), [](Cell& cell) { cell = trimmed(cell); });
      add_line(number, cells, single_spaced(cells.front().text));
    }
  }

  void read_table() {
    for (const auto& [line, number] : lines_of(file_.text)) {
      if (is_blank(line) || line.starts_with('#')) continue;
      std::vector<Cell> cells = split({line, 1}, '\t');
      std::for_each(cells.begin(), cells.end(), [](Cell& cell) { cell = trimmed(cell); });
      if (columns_.empty()) read_header(cells);
      else add_row(number, cells);
    }
  }

 private:
  void error(std::uint32_t line, Cell at, std::string message) {
    reporter_.error(rule_error::bad_word_line, {file_.path, line, at.column}, at.text.size(), std::move(message));
  }

  void add(std::string word, std::vector<std::string> attributes, std::uint32_t line, std::uint32_t column) {
    lexicon_.entries.push_back({std::move(word), std::move(attributes), {file_.path, line, column}});
  }

  /// One line of a `.txt`: the word, then as many attributes as the lexicon has columns, or fewer.
  void add_line(std::uint32_t line, const std::vector<Cell>& cells, std::string word) {
    if (cells.size() > lexicon_.columns.size() + 1) {
      return error(line, cells[lexicon_.columns.size() + 1],
                   fmt::format("an attribute too many: the lexicon '{}' names {} of them in 'columns'", lexicon_.name, lexicon_.columns.size()));
    }
    if (word.empty()) return error(line, cells.front(), "a line that begins with a tab: the word is missing");
    std::vector<std::string> attributes;
    for (std::size_t i = 1; i < cells.size(); ++i) attributes.emplace_back(cells[i].text);
    attributes.resize(lexicon_.columns.size());
    add(std::move(word), std::move(attributes), line, cells.front().column);
  }

  /// Sorts the columns of a `.tsv` into those of words and those of attributes.
  void read_header(const std::vector<Cell>& cells) {
    columns_.clear();
    lexicon_.columns.clear();
    bool has_forms = false;
    for (const Cell& cell : cells) {
      const bool is_form = cell.text.starts_with(form_prefix);
      columns_.push_back({std::string(is_form ? cell.text.substr(form_prefix.size()) : cell.text), is_form});
      has_forms |= is_form;
      if (!is_form) lexicon_.columns.emplace_back(cell.text);
    }
    if (has_forms) {
      lexicon_.columns.emplace_back("form");
    } else {
      columns_.front().holds_words = true;
      lexicon_.columns.erase(lexicon_.columns.begin());
    }
    has_forms_ = has_forms;
  }

  void add_row(std::uint32_t line, const std::vector<Cell>& cells) {
    if (cells.size() > columns_.size()) {
      return error(line, cells[columns_.size()], fmt::format("a value too many: the first line names {} columns", columns_.size()));
    }
    std::vector<std::string> attributes;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].holds_words) attributes.emplace_back(i < cells.size() ? cells[i].text : std::string_view());
    }
    const std::size_t entries_before = lexicon_.entries.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (columns_[i].holds_words) add_words(line, cells[i], columns_[i].name, attributes);
    }
    if (lexicon_.entries.size() == entries_before) error(line, cells.front(), "a line without a word");
  }

  /// The spellings of one form, with `|` between them.
  void add_words(std::uint32_t line, Cell cell, const std::string& form, std::vector<std::string> attributes) {
    if (has_forms_) attributes.push_back(form);
    for (const Cell& word : split(cell, '|')) {
      const Cell bare = trimmed(word);
      if (!bare.text.empty()) add(single_spaced(bare.text), attributes, line, bare.column);
    }
  }

  /// A column of a `.tsv`.
  struct Column {
    std::string name;  // of words: the form
    bool holds_words = false;
  };
  static constexpr std::string_view form_prefix = "form.";

  const RuleFile& file_;
  LexiconDefinition& lexicon_;
  RuleReporter& reporter_;
  std::vector<Column> columns_;  // of a .tsv
  bool has_forms_ = false;
};

}  // namespace

void read_word_list(const RuleFile& file, LexiconDefinition& lexicon, RuleReporter& reporter) {
  WordListReader reader(file, lexicon, reporter);
  if (file.path.ends_with(".tsv")) reader.read_table();
  else if (lexicon.patterns) reader.read_patterns();
  else reader.read_words();
}

}  // namespace onrecord
