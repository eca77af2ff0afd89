#include "onrecord/convert/table_row.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// All rows of a table that comes `portion` bytes at a time.
Rows rows_of(std::string_view table, char separator, std::size_t portion) {
  Rows rows;
  TableRow row(separator);
  std::size_t begin = 0;
  std::size_t known = 0;
  while (begin < table.size()) {
    const bool is_all = known == table.size();
    switch (row.read(table.substr(begin, known - begin), is_all)) {
      case TableRow::Outcome::done:
        rows.push_back(row.cells());
        begin += row.size();
        row.clear();
        break;
      case TableRow::Outcome::open:
        EXPECT_FALSE(is_all);
        known = std::min(known + portion, table.size());
        break;
      case TableRow::Outcome::unclosed: return rows.push_back({"unclosed"}), rows;
    }
  }
  return rows;
}

struct TableCase {
  const char* what;
  std::string_view table;
  Rows rows;
  char separator = ',';
};

TEST(TableRow, ReadsCellsHoweverTheyCome) {
  const std::vector<TableCase> cases = {
      {"plain", "a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"no end behind the last row", "a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"Windows' line ends", "a,\"b\"\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"empty cells", ",\n,,\n\"\",x\n", {{"", ""}, {"", "", ""}, {"", "x"}}},
      {"separators, marks and lines in marks", "\"a,b\",\"c\"\"d\",\"e\nf\r\n\"\n", {{"a,b", "c\"d", "e\nf\r\n"}}},
      {"marks within a cell", "5\" pipe,b\n", {{"5\" pipe", "b"}}},
      {"a quotation, not in marks", "\"No\" she said,b\n", {{"\"No\" she said", "b"}}},
      {"a quotation, not in marks, below another", "\"No\" she said\n\"x\"\n", {{"\"No\" she said"}, {"x"}}},
      {"a mark that the next row seems to close", "a,\"b\nc,\"d\n", {{"a", "\"b"}, {"unclosed"}}},
      {"never closed", "a\nb,\"c\nd\n", {{"a"}, {"unclosed"}}},
      {"tabs", "a\tb,c\n", {{"a", "b,c"}}, '\t'},
      {"escapes between tabs", "a\\tb\t\\\\n\\nc\\x\\\t\"\\n\"\n", {{"a\tb", "\\n\nc\\x\\", "\\n"}}, '\t'},
      {"no escapes between commas", "a\\nb\n", {{"a\\nb"}}},
  };
  for (const TableCase& test : cases) {
    for (const std::size_t portion : {std::size_t{1}, std::size_t{2}, std::size_t{1000}})
      EXPECT_EQ(rows_of(test.table, test.separator, portion), test.rows) << test.what << ", " << portion;
  }
}

TEST(TableRow, KnowsTheSeparatorByTheFirstLine) {
  EXPECT_EQ(separator_of("id,text"), ',');
  EXPECT_EQ(separator_of("id;text;a,b"), ';');
  EXPECT_EQ(separator_of("id\ttext"), '\t');
  EXPECT_EQ(separator_of("id|text"), '|');
  EXPECT_EQ(separator_of("\"a;b;c\",text"), ',');
  EXPECT_EQ(separator_of("text"), ',');
}

TEST(TableRow, TellsTheSeparatorThatALineAboveNames) {
  EXPECT_EQ(named_separator("sep=;"), ';');
  EXPECT_EQ(named_separator("sep=,\r"), ',');
  EXPECT_EQ(named_separator("sep=\t"), '\t');
  EXPECT_EQ(named_separator("\"sep=;\""), ';');
  EXPECT_EQ(named_separator("\xEF\xBB\xBFsep=;"), ';');
  for (const std::string_view line : {"", "sep=", "sep=a", "sep=;;", "sep;text", "sep=\""}) EXPECT_EQ(named_separator(line), std::nullopt) << line;
}

}  // namespace
}  // namespace onrecord
