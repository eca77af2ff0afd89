#include "onrecord/convert/front_matter.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/base/white_space.h"

namespace onrecord {
namespace {

/// Takes a line off `text`, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_comment(std::string_view line) { return is_blank(line) || trimmed(line).starts_with('#'); }
bool is_list_item(std::string_view line) { return trimmed(line) == "-" || trimmed(line).starts_with("- "); }

/// Without its quotation marks, where it has some; else without a comment behind it.
std::string unquoted(std::string_view value) {
  value = trimmed(value);
  const bool is_double = value.starts_with('"');
  if (!is_double && !value.starts_with('\'')) return std::string(trimmed(value.substr(0, std::min(value.find(" #"), value.size()))));
  std::string text;
  for (std::size_t i = 1; i < value.size(); ++i) {
    if (is_double && value[i] == '\\' && i + 1 < value.size()) ++i;
    else if (value[i] == value.front() && (is_double || i + 1 >= value.size() || value[i + 1] != '\'')) break;
    else if (value[i] == value.front()) ++i;
    text += value[i];
  }
  return text;
}

/// The values of `[a, "b, c"]`, or the one that there is.
FrontMatter::Values values_of(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return {};
  if (!text.starts_with('[')) return {unquoted(text)};
  FrontMatter::Values values;
  std::size_t begin = 1;
  char quote = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (quote != 0) quote = text[i] == quote ? '\0' : quote;
    else if ((text[i] == '"' || text[i] == '\'') && trimmed(text.substr(begin, i - begin)).empty()) quote = text[i];
    else if (text[i] == ',' || text[i] == ']') {
      if (std::string value = unquoted(text.substr(begin, i - begin)); !value.empty()) values.push_back(std::move(value));
      begin = i + 1;
      if (text[i] == ']') break;
    }
  }
  return values;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), left_(text) {
    fence_ = take_line(left_);
    // Trailing spaces are common.
    fence_ = fence_.substr(0, fence_.find_last_not_of(white_space) + 1);
    separator_ = fence_ == "---" ? ':' : '=';
  }

  /// Whether every line up to the closing one may stand in front matter, and the first is a key. With `may_be_cut` the closing one need not
  /// be there.
  bool read(bool may_be_cut) {
    if ((fence_ != "---" && fence_ != "+++") || left_.empty()) return false;
    while (!left_.empty()) {
      const std::string_view line = take_line(left_);
      if (trimmed(line) == fence_ || (separator_ == ':' && line == "...")) return !front_.fields.empty();
      const bool is_last_of_head = may_be_cut && left_.empty();
      if (!add(line) && !is_last_of_head) return false;
    }
    return may_be_cut && !front_.fields.empty();
  }

  FrontMatter result() {
    front_.size = text_.size() - left_.size();
    return std::move(front_);
  }

 private:
  bool add(std::string_view line) {
    if (is_comment(line)) return true;
    const bool is_indented = is_ascii_space(line.front());
    if (is_indented || is_list_item(line)) return add_to_last(line);
    if (line.starts_with('[') && separator_ == '=') return true;
    const std::size_t end = line.find(separator_);
    const std::string_view key = trimmed(line.substr(0, end));
    if (end == std::string_view::npos || key.empty() || key.find_first_of(" \t\"'") != std::string_view::npos) return false;
    // A time or an address is no key with its value.
    if (separator_ == ':' && end + 1 < line.size() && !is_ascii_space(line[end + 1])) return false;
    const std::string_view value = trimmed(line.substr(end + 1));
    is_folded_ = value == ">" || value == "|" || value == ">-" || value == "|-";
    front_.fields.push_back({std::string(key), is_folded_ ? FrontMatter::Values{} : values_of(value), value.starts_with('[')});
    return true;
  }

  /// An item of a list, `name: …` of a nested value, or more of a long one.
  bool add_to_last(std::string_view line) {
    if (front_.fields.empty()) return false;
    FrontMatter::Values& values = front_.fields.back().values;
    line = trimmed(line);
    const bool is_item = is_list_item(line);
    front_.fields.back().is_list |= is_item;
    if (is_item) line = trimmed(line.substr(1));
    constexpr std::string_view name = "name:";
    if (line.starts_with(name)) values.push_back(unquoted(line.substr(name.size())));
    else if (is_item) values.push_back(unquoted(line));
    else if (is_folded_ && values.empty()) values.emplace_back(line);
    else if (is_folded_) (values.back() += ' ') += line;
    return true;
  }

  std::string_view text_;
  std::string_view left_;
  std::string_view fence_;
  char separator_ = ':';
  bool is_folded_ = false;
  FrontMatter front_;
};

}  // namespace

const FrontMatter::Field* FrontMatter::find(std::string_view key) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [key](const Field& field) { return field.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

FrontMatter read_front_matter(std::string_view text) {
  Reader reader(text);
  return reader.read(false) ? reader.result() : FrontMatter{};
}

bool begins_front_matter(std::string_view head) { return Reader(head).read(true); }

}  // namespace onrecord
