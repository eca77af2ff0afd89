#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "onrecord/base/utf8.h"
#include "onrecord/convert/charset.h"
#include "onrecord/convert/table_row.h"
#include "onrecord/input/container_readers.h"
#include "onrecord/input/failures.h"

// A row becomes an object of JSON with the names of the first row, so that all that is known of JSON lines (fields, ids, HTML in texts, shards,
// resuming) holds of tables, too. Empty lines stand for the first row and for further lines of a row, so that line numbers are those of the file.

namespace onrecord {
namespace {

constexpr std::size_t bytes_at_once = 64U << 10U;

class TableRows : public ContentReader {
 public:
  TableRows(ByteSource bytes, std::string source, const InputOptions& options) : bytes_(std::move(bytes)), source_(std::move(source)), options_(options) {
    if (bytes_.peek(3) == "\xEF\xBB\xBF") bytes_.skip(3);
  }

  std::optional<Piece::Content> next() override {
    LineBlock block{source_, line_, {}};
    while (block.lines.size() < options_.piece_bytes && !failure_) {
      if (add_row(block.lines)) continue;
      if (is_all_ || (!block.lines.empty() && !bytes_.is_ready())) break;
      fill();
    }
    if (!block.lines.empty()) return block;
    if (!failure_) return std::nullopt;
    return *std::exchange(failure_, std::nullopt);
  }
  bool is_ready() override { return is_all_ || failure_ || rest().find('\n') != std::string_view::npos || bytes_.has_line('\n'); }

 private:
  /// From the row at work on.
  std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }
  std::string place() const { return fmt::format("{}:{}", source_, line_); }

  /// Gets more of the row at work.
  void fill() {
    buffer_.erase(0, std::exchange(begin_, 0));
    std::string lines;
    const ByteSource::Outcome outcome = bytes_.read_lines(lines, bytes_at_once, options_.max_document_bytes);
    buffer_ += lines;
    if (outcome == ByteSource::Outcome::done) return;
    if (outcome == ByteSource::Outcome::too_long) {
      failure_ = too_large(place(), source_, options_.max_document_bytes, line_);
      pass_over(buffer_.size());
      ++line_;
      return;
    }
    is_all_ = true;
    if (outcome == ByteSource::Outcome::failed) failure_ = read_failure(source_, bytes_.failure());
    if (outcome != ByteSource::Outcome::at_end) buffer_.clear();  // it may be half of a row
  }

  /// False: there is no whole row yet, or none any more.
  bool add_row(std::string& lines) {
    if (rest().empty()) return false;
    if (!std::exchange(is_begun_, true) && options_.format != InputFormat::tsv) row_ = TableRow(separator_of(rest().substr(0, rest().find('\n'))));
    switch (row_.read(rest(), is_all_)) {
      case TableRow::Outcome::done: add_cells(lines); return true;
      case TableRow::Outcome::unclosed: fail("truncated", "the quotation mark that a cell begins with is never closed"); return true;
      case TableRow::Outcome::open: break;
    }
    if (rest().size() <= options_.max_document_bytes) return false;
    failure_ = too_large(place(), source_, options_.max_document_bytes, line_);
    pass_over_line();
    return true;
  }

  void add_cells(std::string& lines) {
    const auto& cells = row_.cells();
    const bool is_blank = cells.size() == 1 && cells.front().empty();
    if (names_.empty()) {
      if (!is_blank) names_ = cells;
    } else if (std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(std::min(names_.size(), cells.size())), cells.end(), [](const std::string& cell) { return !cell.empty(); })) {
      failure_ = failure("bad_csv", fmt::format("{} cells in a row, and {} names in the first one", cells.size(), names_.size()));
    } else if (!is_blank) {
      add_object(lines);
    }
    const std::uint64_t line_ends = pass_over(row_.size());
    if (!failure_) lines.append(line_ends, '\n');
  }

  void add_object(std::string& lines) {
    rapidjson::StringBuffer json;
    rapidjson::Writer<rapidjson::StringBuffer> writer(json);
    writer.StartObject();
    for (std::size_t i = 0; i < std::min(names_.size(), row_.cells().size()); ++i) {
      writer.Key(names_[i].data(), static_cast<rapidjson::SizeType>(names_[i].size()));
      writer.String(row_.cells()[i].data(), static_cast<rapidjson::SizeType>(row_.cells()[i].size()));
    }
    writer.EndObject();
    const std::string_view object(json.GetString(), json.GetSize());
    if (options_.encoding.empty() || is_valid_utf8(object)) lines += object;
    else lines += decode(std::string(object), options_.encoding).text;
  }

  InputFailure failure(const char* code, std::string message) const { return {place(), source_, code, std::move(message), line_, {}, {}}; }

  /// The row at work is none, but the line below the one that it begins on may begin one.
  void fail(const char* code, std::string message) {
    failure_ = failure(code, std::move(message));
    pass_over_line();
  }
  void pass_over_line() { pass_over(std::min(rest().find('\n'), rest().size() - 1) + 1); }

  /// Returns how many lines ended there.
  std::uint64_t pass_over(std::size_t size) {
    const std::string_view bytes = rest().substr(0, size);
    const auto line_ends = static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    begin_ += size;
    line_ += line_ends;
    row_.clear();
    return line_ends;
  }

  ByteSource bytes_;
  std::string source_;
  const InputOptions& options_;
  std::string buffer_;
  std::size_t begin_ = 0;     // of the row at work, in `buffer_`
  std::uint64_t line_ = 1;    // it begins on
  TableRow row_{'\t'};
  std::vector<std::string> names_;
  std::optional<InputFailure> failure_;  // to be told next
  bool is_begun_ = false;
  bool is_all_ = false;       // nothing comes behind what is in `buffer_`
};

}  // namespace

std::unique_ptr<ContentReader> table_rows(ByteSource bytes, std::string source, const InputOptions& options) {
  return std::make_unique<TableRows>(std::move(bytes), std::move(source), options);
}

}  // namespace onrecord
