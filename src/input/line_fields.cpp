#include "onrecord/input/line_fields.h"

// Strings are gone through 16 bytes at a time, which every x86-64 can.
#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/utf8.h"

namespace onrecord {
namespace {

constexpr std::size_t bytes_read_at_once = 16;
constexpr int most_large_numbers = 16;  // beyond what a double holds; each costs another look at the line

/// What a field holds: a string or a number as it is written, or something else.
struct FieldValue {
  enum class Kind { none, string, number, other } kind = Kind::none;
  std::string text;
};

/// Picks the fields out of an object as they come by. The calls are those of RapidJSON's handlers: false ends the reading.
class FieldPicker {
 public:
  explicit FieldPicker(const InputOptions& options)
      : options_(options), id_name_(options.id_field ? std::string_view(*options.id_field) : usual_id_field), passed_(options.pass.size(), "null") {}

  bool StartObject() {
    return open([](Writer& copy) { copy.StartObject(); });
  }
  bool EndObject(rapidjson::SizeType /*fields*/) {
    return close([](Writer& copy) { copy.EndObject(); });
  }
  bool StartArray() {
    return depth_ > 0 && open([](Writer& copy) { copy.StartArray(); });  // at the outset there must be an object
  }
  bool EndArray(rapidjson::SizeType /*values*/) {
    return close([](Writer& copy) { copy.EndArray(); });
  }

  bool Key(const char* begin, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ != 1) {
      if (copies_) copy_.Key(begin, size);
      return true;
    }
    const std::string_view name(begin, size);
    begin_copy(name);
    into_.clear();
    if (name == id_name_) into_.push_back(&id_);
    if (options_.title_field && name == *options_.title_field) into_.push_back(&title_);
    if (const std::size_t rank = rank_of_text(name); rank < texts_.size()) into_.push_back(&texts_[rank]);
    return true;
  }

  bool String(const char* begin, rapidjson::SizeType size, bool /*copy*/) {
    return take(FieldValue::Kind::string, {begin, size}, [=](Writer& copy) { copy.String(begin, size); });
  }
  bool RawNumber(const char* begin, rapidjson::SizeType size, bool /*copy*/) {
    return take(FieldValue::Kind::number, {begin, size}, [=](Writer& copy) { copy.RawValue(begin, size, rapidjson::kNumberType); });
  }
  bool Bool(bool value) {
    return take(FieldValue::Kind::other, {}, [=](Writer& copy) { copy.Bool(value); });
  }
  bool Null() {
    return take(FieldValue::Kind::other, {}, [](Writer& copy) { copy.Null(); });
  }
  // Numbers come as they are written.
  bool Int(int /*value*/) { return false; }
  bool Uint(unsigned /*value*/) { return false; }
  bool Int64(std::int64_t /*value*/) { return false; }
  bool Uint64(std::uint64_t /*value*/) { return false; }
  bool Double(double /*value*/) { return false; }

  /// None: what was asked for is not there.
  std::optional<LineFields> picked() {
    using Kind = FieldValue::Kind;
    const bool has_id = id_.kind == Kind::number || (id_.kind == Kind::string && !id_.text.empty());
    if (options_.id_field && !has_id) return std::nullopt;
    const auto text = std::find_if(texts_.begin(), texts_.end(), [](const FieldValue& value) { return value.kind == Kind::string; });
    if (text == texts_.end()) return std::nullopt;
    LineFields fields;
    if (has_id) fields.id = std::move(id_.text);
    fields.text = std::move(text->text);
    if (title_.kind == Kind::string) fields.title = std::move(title_.text);
    // Half of a pair of surrogates makes bytes that are no UTF-8.
    if (!is_valid_utf8(fields.text) || !is_valid_utf8(fields.title) || (fields.id && !is_valid_utf8(*fields.id))) return std::nullopt;
    if (!std::all_of(passed_.begin(), passed_.end(), is_valid_utf8)) return std::nullopt;
    fields.passed = std::move(passed_);
    return fields;
  }

 private:
  using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

  std::size_t rank_of_text(std::string_view name) const {
    if (options_.text_field) return name == *options_.text_field ? 0 : texts_.size();
    const auto& usual = usual_text_fields;
    return static_cast<std::size_t>(std::find(usual.begin(), usual.end(), name) - usual.begin());
  }

  /// The value of the field just named; false where there is no object around it.
  template <typename Write>
  bool take(FieldValue::Kind kind, std::string_view text, const Write& write) {
    if (copies_) write(copy_);
    if (depth_ == 1) {
      for (FieldValue* value : into_) *value = {kind, std::string(text)};
      end_copy();
    }
    return depth_ > 0;
  }

  template <typename Write>
  bool open(const Write& write) {
    if (copies_) write(copy_);
    if (depth_ == 1) {
      for (FieldValue* value : into_) *value = {FieldValue::Kind::other, {}};
    }
    ++depth_;
    return true;
  }
  template <typename Write>
  bool close(const Write& write) {
    if (copies_) write(copy_);
    if (--depth_ == 1) end_copy();
    return true;
  }

  /// Whether the value of the field just named is handed on, and so written once more.
  void begin_copy(std::string_view name) {
    copies_ = std::find(options_.pass.begin(), options_.pass.end(), name) != options_.pass.end();
    if (!copies_) return;
    name_ = name;
    copied_.Clear();
    copy_.Reset(copied_);
  }
  void end_copy() {
    if (!copies_) return;
    copies_ = false;
    for (std::size_t i = 0; i < passed_.size(); ++i) {
      if (options_.pass[i] == name_) passed_[i].assign(copied_.GetString(), copied_.GetSize());
    }
  }

  const InputOptions& options_;
  std::string_view id_name_;
  std::size_t depth_ = 0;
  std::vector<FieldValue*> into_;  // what the field just named is wanted for
  FieldValue id_;
  FieldValue title_;
  std::array<FieldValue, usual_text_fields.size()> texts_;
  bool copies_ = false;  // what comes by is part of a field to hand on
  std::string name_;     // of that field
  rapidjson::StringBuffer copied_;
  Writer copy_{copied_};
  std::vector<std::string> passed_;
};

/// Makes a text of the number at `at`.
void put_in_quotes(std::string& json, std::size_t at) {
  json.insert(std::min(json.find_first_not_of("+-.0123456789eE", at), json.size()), 1, '"');
  json.insert(at, 1, '"');
}

}  // namespace

std::optional<LineFields> read_line_fields(std::string& json, std::size_t begin, const InputOptions& options) {
  for (int large_numbers = 0; large_numbers <= most_large_numbers; ++large_numbers) {
    json.reserve(json.size() + bytes_read_at_once);
    rapidjson::StringStream stream(json.c_str() + begin);
    rapidjson::Reader reader;
    FieldPicker picker(options);
    // Not recursive: values may be nested as deep as the line is long.
    reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag>(stream, picker);
    if (reader.GetParseErrorCode() == rapidjson::kParseErrorNumberTooBig) {
      put_in_quotes(json, begin + reader.GetErrorOffset());
      continue;
    }
    // It ends at a zero byte, too.
    if (reader.HasParseError() || stream.Tell() != json.size() - begin) return std::nullopt;
    return picker.picked();
  }
  return std::nullopt;
}

}  // namespace onrecord
