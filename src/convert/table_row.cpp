#include "onrecord/convert/table_row.h"

#include <algorithm>
#include <array>
#include <utility>

#include "onrecord/base/ascii.h"
#include "onrecord/base/byte_order_mark.h"

namespace onrecord {
namespace {

constexpr char mark = '"';

/// Without the '\r' of a line that ends in "\r\n".
std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

char separator_of(std::string_view first_line) {
  constexpr std::array<char, 4> separators = {',', ';', '\t', '|'};
  std::array<std::size_t, separators.size()> counts{};
  bool is_quoted = false;
  for (const char c : first_line) {
    if (c == mark) is_quoted = !is_quoted;
    const auto found = std::find(separators.begin(), separators.end(), c);
    if (!is_quoted && found != separators.end()) ++counts[static_cast<std::size_t>(found - separators.begin())];
  }
  return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

std::optional<char> named_separator(std::string_view first_line) {
  constexpr std::string_view names = "sep=", quoted_names = "\"sep=";
  std::string_view line = without_byte_order_mark(without_return(first_line));
  if (line.starts_with(quoted_names) && line.ends_with(mark)) line = line.substr(1, line.size() - 2);
  if (!line.starts_with(names) || line.size() != names.size() + 1) return std::nullopt;
  const char separator = line.back();
  return separator == mark || is_ascii_letter_or_digit(separator) ? std::nullopt : std::optional(separator);
}

void TableRow::clear() {
  cells_.clear();
  begin_ = at_ = 0;
  is_quoted_ = is_plain_ = false;
}

TableRow::Outcome TableRow::read(std::string_view bytes, bool is_all) {
  while (true) {
    if (at_ == begin_ && !is_quoted_ && !is_plain_ && bytes.substr(at_).starts_with(mark)) {
      is_quoted_ = true;
      quoted_.clear();
      ++at_;
    }
    switch (is_quoted_ ? read_quoted(bytes, is_all) : read_plain(bytes, is_all)) {
      case Step::goes_on: break;
      case Step::done: return Outcome::done;
      case Step::open: return Outcome::open;
      case Step::unclosed: return Outcome::unclosed;
    }
  }
}

TableRow::Step TableRow::read_quoted(std::string_view bytes, bool is_all) {
  const std::size_t found = bytes.find(mark, at_);
  if (found == std::string_view::npos || (found + 1 == bytes.size() && !is_all)) {
    const std::size_t end = std::min(found, bytes.size());
    quoted_ += bytes.substr(at_, end - at_);
    at_ = end;
    return is_all ? Step::unclosed : Step::open;
  }
  quoted_ += bytes.substr(at_, found - at_);
  at_ = found + 1;
  std::string_view behind = bytes.substr(at_);
  if (behind.starts_with(mark)) {
    quoted_ += mark;
    ++at_;
    return Step::goes_on;
  }
  if (behind == "\r" && !is_all) {  // what comes next tells
    at_ = found;
    return Step::open;
  }
  if (behind.starts_with("\r\n") || (behind == "\r" && is_all)) behind.remove_prefix(1);
  if (behind.empty() || behind.front() == separator_ || behind.front() == '\n') return end_cell(bytes, bytes.size() - behind.size(), std::move(quoted_));
  at_ = begin_;
  is_quoted_ = false;
  is_plain_ = true;
  return Step::goes_on;
}

TableRow::Step TableRow::read_plain(std::string_view bytes, bool is_all) {
  const std::array<char, 2> ends = {separator_, '\n'};
  const std::size_t end = bytes.find_first_of(std::string_view(ends.data(), ends.size()), at_);
  if (end == std::string_view::npos && !is_all) {
    at_ = std::max(at_, bytes.size());
    return Step::open;
  }
  std::string_view cell = bytes.substr(begin_, end - begin_);
  if (end == std::string_view::npos || bytes[end] == '\n') cell = without_return(cell);
  return end_cell(bytes, std::min(end, bytes.size()), unescaped(cell));
}

/// The cell at work ends at `end`, where a separator, a line end or nothing stands.
TableRow::Step TableRow::end_cell(std::string_view bytes, std::size_t end, std::string cell) {
  cells_.push_back(std::move(cell));
  begin_ = at_ = std::min(end + 1, bytes.size());
  is_quoted_ = is_plain_ = false;
  return end < bytes.size() && bytes[end] == separator_ ? Step::goes_on : Step::done;
}

std::string TableRow::unescaped(std::string_view cell) const {
  std::string result;
  if (separator_ != '\t') return result = cell;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    constexpr std::string_view escapes = "tnr\\", meant = "\t\n\r\\";
    const std::size_t escape = cell[at] == '\\' && at + 1 < cell.size() ? escapes.find(cell[at + 1]) : std::string_view::npos;
    result += escape == std::string_view::npos ? cell[at] : meant[escape];
    if (escape != std::string_view::npos) ++at;
  }
  return result;
}

}  // namespace onrecord
