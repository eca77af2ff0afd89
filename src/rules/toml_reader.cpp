#include "onrecord/rules/toml_reader.h"

#include <toml++/toml.h>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace onrecord {
namespace {

/// The lines of a file, to turn toml++'s positions, which count code points, into bytes.
class SourceLines {
 public:
  explicit SourceLines(const RuleFile& file) : path_(file.path), text_(file.text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    starts_.push_back(text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
    for (std::size_t end = text_.find('\n'); end != std::string_view::npos; end = text_.find('\n', end + 1)) starts_.push_back(end + 1);
    starts_.push_back(text_.size() + 1);
    for (std::size_t i = 0; i + 1 < starts_.size(); ++i) is_ascii_.push_back(is_ascii(text_.substr(starts_[i], starts_[i + 1] - starts_[i])));
  }

  std::size_t offset(const toml::source_position& position) const {
    if (position.line == 0 || position.line > is_ascii_.size()) return text_.size();
    std::size_t at = starts_[position.line - 1];
    if (is_ascii_[position.line - 1]) return std::min<std::size_t>(at + std::max<toml::source_index>(position.column, 1) - 1, starts_[position.line] - 1);
    for (toml::source_index column = 1; column < position.column && at < text_.size() && text_[at] != '\n'; ++column) {
      do ++at;
      while (at < text_.size() && (text_[at] & 0xC0) == 0x80);
    }
    return at;
  }

  Place place(std::size_t offset) const {
    const auto after = std::upper_bound(starts_.begin() + 1, starts_.end() - 1, offset);
    const std::size_t start = std::min(offset, *(after - 1));
    return {path_, static_cast<std::uint32_t>(after - starts_.begin()), static_cast<std::uint32_t>(offset - start + 1)};
  }

  std::size_t width(const toml::source_region& region) const {
    const std::size_t begin = offset(region.begin);
    const std::size_t line_end = std::min(text_.find('\n', begin), text_.size());
    return std::max<std::size_t>(1, std::min(offset(region.end), line_end) - begin);
  }

  std::string_view from(std::size_t offset) const { return text_.substr(offset); }

 private:
  static bool is_ascii(std::string_view line) {
    return std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }

  std::string path_;
  std::string_view text_;
  std::vector<std::size_t> starts_;  // of each line, and of one behind the last
  std::vector<bool> is_ascii_;       // of each line: there columns are bytes
};

/// Where the string that a file ends in begins, in words; empty where there is none. Only strings over several lines reach
/// the end of a file.
std::string unclosed_string(std::string_view text) {
  for (const std::string_view quotes : {"'''", "\"\"\""}) {
    std::size_t count = 0, last = 0;
    for (std::size_t at = text.find(quotes); at != std::string_view::npos; at = text.find(quotes, at + quotes.size())) {
      ++count;
      last = at;
    }
    if (count % 2 == 0) continue;
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(last), '\n') + 1;
    return "a " + std::string(quotes) + " is not closed; the last one stands in line " + std::to_string(line);
  }
  return {};
}

/// What the writer of TOML that cannot be read probably meant; empty where nobody knows. `rest` begins at the place of the complaint,
/// `before` is what stands before it on its line.
std::string hint_for_syntax(std::string_view problem, std::string_view before, std::string_view rest, std::string_view text) {
  const auto says = [&](std::string_view part) { return problem.find(part) != std::string_view::npos; };
  if (says("end-of-file")) return unclosed_string(text);
  if (says("escape sequence")) return "in double quotes a backslash belongs to TOML: write patterns in '…' or '''…'''";
  for (const std::string_view quote : {"\u201C", "\u201D", "\u2018", "\u2019"})
    if (rest.starts_with(quote)) return "TOML's quotation marks are straight: \" or '";
  if (says("inline table") && (rest.starts_with('\n') || rest.starts_with('\r')))
    return "a table in braces stands on one line; an array in brackets may go over several";
  if (says("could not determine value type") || says("parsing boolean") || says("floating-point")) return "a text stands between quotation marks";
  if (says("expected a comment or whitespace") && before.find('\'') != std::string_view::npos)
    return "a text in '…' ends at the next ': one that holds such a mark stands in '''…'''";
  return {};
}

PatternText text_value(std::string text, std::size_t offset, const SourceLines& lines) {
  const std::string_view source = lines.from(offset);
  std::size_t skip = 1;
  if (source.starts_with("'''") || source.starts_with("\"\"\"")) {
    skip = 3;
    if (source.substr(skip).starts_with("\r\n")) skip += 2;
    else if (source.substr(skip).starts_with('\n')) skip += 1;
  }
  return {std::move(text), lines.place(offset + skip), source.starts_with('\'')};
}

void set_scalar(TomlValue& value, const toml::node& node, const SourceLines& lines) {
  if (const auto* text = node.as_string()) {
    value.kind = TomlKind::text;
    value.text = text_value(text->get(), lines.offset(node.source().begin), lines);
  } else if (const auto* integer = node.as_integer()) {
    value.kind = TomlKind::integer;
    value.integer = integer->get();
    value.number = static_cast<double>(value.integer);
  } else if (const auto* number = node.as_floating_point()) {
    value.kind = TomlKind::number;
    value.number = number->get();
  } else if (const auto* boolean = node.as_boolean()) {
    value.kind = TomlKind::boolean;
    value.boolean = boolean->get();
  }
}

TomlValue convert(const toml::node& node, const SourceLines& lines);

void set_table(TomlValue& value, const toml::table& table, const SourceLines& lines) {
  value.kind = TomlKind::table;
  value.inline_table = table.is_inline();
  value.entries.reserve(table.size());
  // toml++ hands out keys in alphabetical order.
  std::vector<std::pair<const toml::key*, const toml::node*>> written;
  for (const auto& [key, node] : table) written.emplace_back(&key, &node);
  std::stable_sort(written.begin(), written.end(), [](const auto& a, const auto& b) {
    const toml::source_position &first = a.first->source().begin, &second = b.first->source().begin;
    return std::tie(first.line, first.column) < std::tie(second.line, second.column);
  });
  for (const auto& [key, node] : written) {
    value.entries.push_back({std::string(key->str()), lines.place(lines.offset(key->source().begin)), lines.width(key->source()), convert(*node, lines)});
  }
}

TomlValue convert(const toml::node& node, const SourceLines& lines) {
  TomlValue value;
  value.at = lines.place(lines.offset(node.source().begin));
  value.width = lines.width(node.source());
  if (const auto* table = node.as_table()) {
    set_table(value, *table, lines);
  } else if (const auto* array = node.as_array()) {
    value.kind = TomlKind::array;
    value.items.reserve(array->size());
    for (const toml::node& item : *array) value.items.push_back(convert(item, lines));
  } else {
    set_scalar(value, node, lines);
  }
  return value;
}

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const TomlEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::optional<TomlValue> read_toml(const RuleFile& file, RuleReporter& reporter) {
  const SourceLines lines(file);
  try {
    return convert(toml::parse(std::string_view(file.text)), lines);
  } catch (const toml::parse_error& error) {
    const std::string_view problem = error.description();
    const Place at = lines.place(lines.offset(error.source().begin));
    const std::string_view before = line_of(file.text, at.line).substr(0, at.column - 1);
    reporter.error(rule_error::syntax, at, 1, std::string(problem),
                   hint_for_syntax(problem, before, lines.from(lines.offset(error.source().begin)), file.text));
    return std::nullopt;
  }
}

std::string_view kind_name(TomlKind kind) {
  switch (kind) {
    case TomlKind::text: return "a text";
    case TomlKind::integer: return "an integer";
    case TomlKind::number: return "a number";
    case TomlKind::boolean: return "true or false";
    case TomlKind::array: return "an array";
    case TomlKind::table: return "a table";
    case TomlKind::other: break;
  }
  return "a date or time";
}

}  // namespace onrecord
