#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {

/// What stands between the cells of a table whose first line this is: of comma, semicolon, tab and bar the one that it has most of outside
/// quotation marks, a comma where it has none.
char separator_of(std::string_view first_line);

/// The separator that a line before the table names, as Excel wants it: `sep=;`. None: the line is another.
std::optional<char> named_separator(std::string_view first_line);

/// Reads the cells of one row of a table: CSV as RFC 4180 has it, with any separator. A cell in quotation marks may hold separators and line
/// ends; one with anything but a separator or a line end behind its closing mark is none, and is taken as it stands: articles begin with
/// quotations. Where tabs part cells, `\t`, `\n`, `\r` and `\\` outside quotation marks are what they stand for (as Miller and PostgreSQL write).
class TableRow {
 public:
  enum class Outcome {
    done,      ///< `cells` and `size` are those of the row
    open,      ///< it goes on behind the bytes given
    unclosed,  ///< at the end of all, in a cell whose quotation mark is never closed
  };

  explicit TableRow(char separator) : separator_(separator) {}

  /// Reads on in `bytes`, which begin with the row. Called again, it must get the same bytes and more behind them. `is_all`: nothing follows.
  Outcome read(std::string_view bytes, bool is_all);

  const std::vector<std::string>& cells() const { return cells_; }
  /// How many bytes it takes, with its line end.
  std::size_t size() const { return at_; }
  /// Begins another row.
  void clear();

 private:
  enum class Step { goes_on, done, open, unclosed };
  Step read_quoted(std::string_view bytes, bool is_all);
  Step read_plain(std::string_view bytes, bool is_all);
  Step end_cell(std::string_view bytes, std::size_t end, std::string cell);
  std::string unescaped(std::string_view cell) const;

  char separator_;
  std::vector<std::string> cells_;
  std::string quoted_;     // what the cell at work holds, where it is in quotation marks
  std::size_t begin_ = 0;  // of the cell at work
  std::size_t at_ = 0;
  bool is_quoted_ = false;
  bool is_plain_ = false;  // it begins with a quotation mark and is not in quotation marks all the same
};

}  // namespace onrecord
