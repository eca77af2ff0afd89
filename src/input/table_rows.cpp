#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
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

/// Where a row may be no longer than a document, this much of it is waited for all the same: lines within a long cell would else be taken for rows.
constexpr std::uint64_t longest_row = 64U << 20U;
constexpr std::size_t returns_reach = 64U << 10U;  // bytes of the first line in which a return alone is looked for

/// A row becomes an object with the names of the first row.
class TableRows : public ObjectLines {
 public:
  TableRows(ByteSource bytes, std::string source, const InputOptions& options) : ObjectLines(std::move(bytes), std::move(source), options, Numbers::lines) {}

 private:
  bool add(std::string& lines) override {
    if (rest().empty()) return false;
    if (skipped_ != Skipped::nothing) return skip(lines);
    const bool is_too_large = rest().size() > std::max(options().max_document_bytes, longest_row);
    if (!is_begun_) return begin_table(lines, is_too_large);
    switch (row_.read(rest(), is_all())) {
      case TableRow::Outcome::open:
        if (!is_too_large) return false;
        fail_by_size(fail_row());
        break;
      case TableRow::Outcome::done: end_row(lines); break;
      case TableRow::Outcome::unclosed: fail("truncated", "the quotation mark that a cell begins with is never closed", fail_row()); break;
    }
    return true;
  }

  /// The bytes that a row costs that is none: of its first line, as far as it has come, as the line below may begin another row. Without the names of
  /// the first row, no row can be read.
  std::size_t fail_row() {
    const std::size_t end = rest().find('\n');
    if (names_.empty()) skipped_ = Skipped::all;
    else if (end == std::string_view::npos) skipped_ = Skipped::line;
    return std::min(end, rest().size() - 1) + 1;
  }

  /// Passes over what comes of it, which ends what is skipped where true.
  bool skip(std::string& lines) {
    const std::size_t end = skipped_ == Skipped::line ? rest().find('\n') : std::string_view::npos;
    if (end == std::string_view::npos) return drop(rest().size()), false;
    skipped_ = Skipped::nothing;
    end_line(lines, end + 1);
    return true;
  }

  void forget() override { row_.clear(); }

  /// False: the first line has not come yet.
  bool begin_table(std::string& lines, bool is_too_large) {
    const std::size_t end = rest().find('\n', looked_at_);
    looked_at_ = rest().size();
    if (has_return_alone(rest().substr(0, std::min(end, returns_reach)))) {
      skipped_ = Skipped::all;
      fail("bad_csv", "lines end in carriage returns alone; \"tr '\\r' '\\n'\" makes lines of them that can be read", rest().size());
      return is_begun_ = true;
    }
    if (end == std::string_view::npos && !is_all() && !is_too_large) return false;
    is_begun_ = true;
    if (const auto named = named_separator(rest().substr(0, end)); named && end != std::string_view::npos) {
      row_ = TableRow(*named);
      end_line(lines, end + 1);
    } else if (options().format != InputFormat::tsv) {
      row_ = TableRow(separator_of(rest().substr(0, end)));
    }
    return true;
  }

  /// As old programs end lines: outside quotation marks, with something other than a line end behind it.
  static bool has_return_alone(std::string_view line) {
    const std::size_t found = line.find('\r');
    return found < line.size() - 1 && std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(found), '"') % 2 == 0;
  }

  void end_row(std::string& lines) {
    const auto& cells = row_.cells();
    const bool is_blank = cells.size() == 1 && cells.front().empty();
    if (names_.empty()) {
      if (!is_blank) std::transform(cells.begin(), cells.end(), std::back_inserter(names_), [&](const std::string& name) { return decoded(name); });
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
      const std::string cell = decoded(cells[i]);
      writer.String(cell.data(), static_cast<rapidjson::SizeType>(cell.size()));
    }
    writer.EndObject();
    lines.append(json.GetString(), json.GetSize());
  }

  /// Before it stands in JSON, whose backslashes some encodings use within a character.
  std::string decoded(const std::string& cell) const {
    return options().encoding.empty() || is_valid_utf8(cell) ? cell : decode(cell, options().encoding).text;
  }

  /// What no row is looked for in.
  enum class Skipped { nothing, line, all };

  TableRow row_{'\t'};
  std::vector<std::string> names_;
  bool is_begun_ = false;
  std::size_t looked_at_ = 0;  // for the end of the first line
  Skipped skipped_ = Skipped::nothing;
};

}  // namespace

std::unique_ptr<ContentReader> table_rows(ByteSource bytes, std::string source, const InputOptions& options) {
  return std::make_unique<TableRows>(std::move(bytes), std::move(source), options);
}

}  // namespace onrecord
