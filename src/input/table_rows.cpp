#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/utf8.h"
#include "onrecord/convert/charset.h"
#include "onrecord/convert/table_row.h"
#include "onrecord/input/container_readers.h"
#include "onrecord/input/object_lines.h"

namespace onrecord {
namespace {

/// A row becomes an object with the names of the first row.
class TableRows : public ObjectLines {
 public:
  TableRows(ByteSource bytes, std::string source, const InputOptions& options) : ObjectLines(std::move(bytes), std::move(source), options, Numbers::lines) {}

 private:
  bool add(std::string& lines) override {
    if (!is_begun_ && !begin_table()) return false;
    switch (row_.read(rest(), is_all())) {
      case TableRow::Outcome::open:
        if (rest().size() <= options().max_document_bytes) return false;
        fail_by_size(first_line());
        break;
      case TableRow::Outcome::done: end_row(lines); break;
      case TableRow::Outcome::unclosed: fail("truncated", "the quotation mark that a cell begins with is never closed", first_line()); break;
    }
    return true;
  }

  /// Bytes of it: where the row at work is none, the line below may begin one.
  std::size_t first_line() const { return std::min(rest().find('\n'), rest().size() - 1) + 1; }

  void forget() override { row_.clear(); }

  /// False: the first line has not come yet.
  bool begin_table() {
    const std::size_t end = rest().find('\n');
    if (end == std::string_view::npos && !is_all()) return false;
    if (options().format != InputFormat::tsv) row_ = TableRow(separator_of(rest().substr(0, end)));
    return is_begun_ = true;
  }

  void end_row(std::string& lines) {
    const auto& cells = row_.cells();
    const bool is_blank = cells.size() == 1 && cells.front().empty();
    if (names_.empty()) {
      if (!is_blank) names_ = cells;
    } else if (has_unnamed(cells)) {
      return fail("bad_csv", fmt::format("{} cells in a row, and {} names in the first one", cells.size(), names_.size()), row_.size());
    } else if (!is_blank) {
      add_object(cells, lines);
    }
    end_line(lines, row_.size());
  }

  /// Programs write empty cells at the end of rows.
  bool has_unnamed(const std::vector<std::string>& cells) const {
    for (std::size_t i = names_.size(); i < cells.size(); ++i)
      if (!cells[i].empty()) return true;
    return false;
  }

  void add_object(const std::vector<std::string>& cells, std::string& lines) const {
    rapidjson::StringBuffer json;
    rapidjson::Writer<rapidjson::StringBuffer> writer(json);
    writer.StartObject();
    for (std::size_t i = 0; i < std::min(names_.size(), cells.size()); ++i) {
      writer.Key(names_[i].data(), static_cast<rapidjson::SizeType>(names_[i].size()));
      writer.String(cells[i].data(), static_cast<rapidjson::SizeType>(cells[i].size()));
    }
    writer.EndObject();
    const std::string_view object(json.GetString(), json.GetSize());
    if (options().encoding.empty() || is_valid_utf8(object)) lines += object;
    else lines += decode(std::string(object), options().encoding).text;
  }

  TableRow row_{'\t'};
  std::vector<std::string> names_;
  bool is_begun_ = false;
};

}  // namespace

std::unique_ptr<ContentReader> table_rows(ByteSource bytes, std::string source, const InputOptions& options) {
  return std::make_unique<TableRows>(std::move(bytes), std::move(source), options);
}

}  // namespace onrecord
