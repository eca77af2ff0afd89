#include "onrecord/rules/plain_toml.h"

#include <algorithm>
#include <charconv>

namespace onrecord {
namespace {

constexpr std::size_t deepest = 32;       // arrays and tables inside of each other
constexpr std::size_t most_entries = 1000;  // of a table: each is compared with those before it
constexpr std::size_t most_digits = 18;   // of an integer

bool is_key_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_control(char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7F'; }

/// Goes through the file once. Functions that read something say whether they could; where one could not, the whole file is left.
class PlainTomlReader {
 public:
  explicit PlainTomlReader(const RuleFile& file) : path_(file.path), text_(file.text) {}

  std::optional<TomlValue> read() {
    TomlValue root;
    root.kind = TomlKind::table;
    root.at = here();
    TomlValue* table = &root;
    while (skip_to_line()) {
      if (text_[at_] == '[') table = read_header(root);
      else if (!read_entry(*table)) return std::nullopt;
      if (table == nullptr || !end_line()) return std::nullopt;
    }
    if (at_ < text_.size()) return std::nullopt;
    root.width = std::max<std::size_t>(1, std::min(text_.find('\n'), text_.size()));
    return root;
  }

 private:
  // ---- where the reader stands

  char next() const { return at_ < text_.size() ? text_[at_] : '\n'; }
  std::string_view rest() const { return text_.substr(at_); }
  Place here() const { return {path_, line_, static_cast<std::uint32_t>(at_ - line_begin_ + 1)}; }

  bool take(std::string_view token) {
    if (!rest().starts_with(token)) return false;
    at_ += token.size();
    return true;
  }

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  void take_newline() {
    ++at_;
    ++line_;
    line_begin_ = at_;
  }

  /// False where the comment holds what is no text.
  bool skip_comment() {
    if (next() != '#') return true;
    while (at_ < text_.size() && text_[at_] != '\n') {
      if (is_control(text_[at_++])) return false;
    }
    return true;
  }

  /// Past blank lines and comments. False at the end, and where something stops it before.
  bool skip_to_line() {
    while (at_ < text_.size()) {
      skip_blanks();
      if (!skip_comment()) return false;
      if (at_ == text_.size() || text_[at_] != '\n') break;
      take_newline();
    }
    return at_ < text_.size() && (text_[at_] == '[' || is_key_character(text_[at_]));
  }

  /// Whether nothing more stands in the line; goes to its end.
  bool end_line() {
    skip_blanks();
    return skip_comment() && next() == '\n';
  }

  /// How many bytes lie between `begin`, in this line or one before, and here, but not beyond its own line.
  std::size_t width_from(std::size_t begin) const { return std::max<std::size_t>(1, std::min(text_.find('\n', begin), at_) - begin); }

  // ---- keys and tables

  std::string_view read_key() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_key_character(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  /// A new entry without a value; null where there is one already.
  static TomlEntry* add_entry(TomlValue& table, std::string_view key, const Place& at) {
    if (table.entries.size() == most_entries || find_entry(table, key) != nullptr) return nullptr;
    return &table.entries.emplace_back(TomlEntry{std::string(key), at, key.size(), {}});
  }

  static TomlValue* find_entry(TomlValue& table, std::string_view key) {
    const auto found = std::find_if(table.entries.begin(), table.entries.end(), [key](const TomlEntry& entry) { return entry.key == key; });
    return found == table.entries.end() ? nullptr : &found->value;
  }

  /// A table that headers made; of several of one name the last. Inline tables are closed.
  static TomlValue* open_table(TomlValue& value) {
    TomlValue* table = &value;
    if (value.kind == TomlKind::array && !value.items.empty()) table = &value.items.back();
    return table->kind == TomlKind::table && !table->inline_table ? table : nullptr;
  }

  struct HeaderKey {
    std::string_view key;
    Place at;
  };

  /// `[a.b]` or `[[a.b]]`: the table that it begins; null where it cannot be read.
  TomlValue* read_header(TomlValue& root) {
    const std::size_t begin = at_;
    const Place place = here();
    const bool is_array = take("[[");
    if (!is_array) ++at_;
    std::vector<HeaderKey> keys;
    do {
      const Place at = here();
      keys.push_back({read_key(), at});
      if (keys.back().key.empty()) return nullptr;
    } while (take("."));
    if (!take(is_array ? "]]" : "]")) return nullptr;
    TomlValue made;
    made.kind = TomlKind::table;
    made.at = place;
    made.width = at_ - begin;
    TomlValue* parent = &root;
    for (std::size_t i = 0; i + 1 < keys.size() && parent != nullptr; ++i) parent = table_below(*parent, keys[i], made);
    if (parent == nullptr) return nullptr;
    return is_array ? add_to_array(*parent, keys.back(), std::move(made)) : add_table(*parent, keys.back(), std::move(made));
  }

  static TomlValue* add_table(TomlValue& parent, const HeaderKey& key, TomlValue made) {
    TomlEntry* entry = add_entry(parent, key.key, key.at);
    if (entry == nullptr) return nullptr;
    entry->value = std::move(made);
    return &entry->value;
  }

  /// The table that a header names on the way to its own; made where there is none.
  static TomlValue* table_below(TomlValue& parent, const HeaderKey& key, const TomlValue& made) {
    if (TomlValue* known = find_entry(parent, key.key)) return open_table(*known);
    return add_table(parent, key, made);
  }

  static TomlValue* add_to_array(TomlValue& parent, const HeaderKey& key, TomlValue made) {
    TomlValue* array = find_entry(parent, key.key);
    if (array == nullptr) {
      TomlEntry* entry = add_entry(parent, key.key, key.at);
      if (entry == nullptr) return nullptr;
      array = &entry->value;
      array->kind = TomlKind::array;
      array->at = made.at;
      array->width = made.width;
    } else if (array->kind != TomlKind::array || open_table(*array) == nullptr) {
      return nullptr;
    }
    return &array->items.emplace_back(std::move(made));
  }

  /// `key = value`
  bool read_entry(TomlValue& table) {
    const Place at = here();
    const std::string_view key = read_key();
    TomlEntry* entry = key.empty() ? nullptr : add_entry(table, key, at);
    skip_blanks();
    if (entry == nullptr || !take("=")) return false;
    skip_blanks();
    return read_value(entry->value);
  }

  // ---- values

  bool read_value(TomlValue& value) {
    const std::size_t begin = at_;
    value.at = here();
    if (!read_by_first(value)) return false;
    value.width = width_from(begin);
    return true;
  }

  bool read_by_first(TomlValue& value) {
    switch (next()) {
      case '\'': return read_string(value, "'''", '\'');
      case '"': return read_string(value, "\"\"\"", '"');
      case '[': return read_array(value);
      case '{': return read_inline_table(value);
      case 't':
      case 'f': return read_boolean(value);
      default: return read_number(value);
    }
  }

  bool read_string(TomlValue& value, std::string_view three, char quote) {
    value.kind = TomlKind::text;
    value.text.verbatim = quote == '\'';
    const bool over_lines = take(three);
    if (!over_lines) ++at_;
    else if (next() == '\n' && at_ < text_.size()) take_newline();
    value.text.at = here();
    while (at_ < text_.size()) {
      take_plain(value.text.text, quote);
      if (at_ == text_.size()) return false;
      const char c = text_[at_];
      if (c == quote) {
        if (!over_lines) return ++at_, true;
        if (take(three)) return next() != quote;
        value.text.text += c;
        ++at_;
      } else if (c == '\\') {
        if (!take_escape(value.text.text)) return false;
      } else if (c == '\n' && over_lines) {
        value.text.text += c;
        take_newline();
      } else {
        return false;
      }
    }
    return false;
  }

  /// Takes what stands for itself.
  void take_plain(std::string& text, char quote) {
    const std::size_t begin = at_;
    const char escape = quote == '"' ? '\\' : quote;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != escape && !is_control(text_[at_])) ++at_;
    text += text_.substr(begin, at_ - begin);
  }

  bool take_escape(std::string& text) {
    constexpr std::string_view written = "\"\\ntrbf", meant = "\"\\\n\t\r\b\f";
    const std::size_t which = at_ + 1 < text_.size() ? written.find(text_[at_ + 1]) : std::string_view::npos;
    if (which == std::string_view::npos) return false;
    text += meant[which];
    at_ += 2;
    return true;
  }

  bool read_boolean(TomlValue& value) {
    value.kind = TomlKind::boolean;
    value.boolean = take("true");
    return (value.boolean || take("false")) && ends_value();
  }

  bool read_number(TomlValue& value) {
    const std::size_t begin = at_;
    if (next() == '-') ++at_;
    const std::size_t digits = at_;
    while (is_digit(next())) ++at_;
    const std::size_t count = at_ - digits;
    if (count == 0 || count > most_digits || (count > 1 && text_[digits] == '0')) return false;
    const bool is_whole = next() != '.';
    if (!is_whole) {
      const std::size_t fraction = ++at_;
      while (is_digit(next())) ++at_;
      if (at_ == fraction) return false;
    }
    const char* const first = text_.data() + begin;
    const char* const last = text_.data() + at_;
    value.kind = is_whole ? TomlKind::integer : TomlKind::number;
    if (is_whole) std::from_chars(first, last, value.integer);
    std::from_chars(first, last, value.number);
    return ends_value();
  }

  bool ends_value() const { return std::string_view(" \t\n,]}#").find(next()) != std::string_view::npos; }

  /// Past blanks, line ends and comments in an array.
  bool skip_in_array() {
    while (true) {
      skip_blanks();
      if (!skip_comment()) return false;
      if (at_ == text_.size()) return false;
      if (text_[at_] != '\n') return true;
      take_newline();
    }
  }

  bool read_array(TomlValue& value) {
    value.kind = TomlKind::array;
    if (++depth_ > deepest) return false;
    ++at_;
    while (skip_in_array()) {
      if (take("]")) return --depth_, true;
      if (!value.items.empty()) {
        if (!take(",") || !skip_in_array()) return false;
        if (take("]")) return --depth_, true;
      }
      if (!read_value(value.items.emplace_back())) return false;
    }
    return false;
  }

  bool read_inline_table(TomlValue& value) {
    value.kind = TomlKind::table;
    value.inline_table = true;
    if (++depth_ > deepest) return false;
    ++at_;
    skip_blanks();
    while (!(value.entries.empty() && next() == '}')) {
      if (!read_entry(value)) return false;
      skip_blanks();
      if (next() == '}') break;
      if (!take(",")) return false;
      skip_blanks();
    }
    ++at_;
    --depth_;
    return true;
  }

  const std::string& path_;
  std::string_view text_;
  std::size_t at_ = 0, line_begin_ = 0, depth_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

std::optional<TomlValue> read_plain_toml(const RuleFile& file) { return PlainTomlReader(file).read(); }

}  // namespace onrecord
