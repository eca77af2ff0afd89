#include "onrecord/input/line_fields.h"

// Strings are gone through 16 bytes at a time, which every x86-64 can.
#ifdef __SSE2__
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/base/utf8.h"

namespace onrecord {
namespace {

constexpr std::size_t bytes_read_at_once = 16;

/// What a field holds: a string or a whole number as it is written, or something else.
struct FieldValue {
  enum class Kind { none, string, whole_number, other } kind = Kind::none;
  std::string text;
};

/// Picks the fields out of an object as they come by. The calls are those of RapidJSON's handlers: false ends the reading.
class FieldPicker {
 public:
  explicit FieldPicker(const InputOptions& options) : options_(options), id_name_(options.id_field ? std::string_view(*options.id_field) : usual_id_field) {}

  bool StartObject() { return open(); }
  bool EndObject(rapidjson::SizeType /*fields*/) { return close(); }
  bool StartArray() { return depth_ > 0 && open(); }  // at the outset there must be an object
  bool EndArray(rapidjson::SizeType /*values*/) { return close(); }

  bool Key(const char* begin, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ != 1) return true;
    const std::string_view name(begin, size);
    into_.clear();
    if (name == id_name_) into_.push_back(&id_);
    if (options_.title_field && name == *options_.title_field) into_.push_back(&title_);
    if (const std::size_t rank = rank_of_text(name); rank < texts_.size()) into_.push_back(&texts_[rank]);
    return true;
  }

  bool String(const char* begin, rapidjson::SizeType size, bool /*copy*/) { return take(FieldValue::Kind::string, [=] { return std::string(begin, size); }); }
  bool Int(int value) { return take_whole(value); }
  bool Uint(unsigned value) { return take_whole(value); }
  bool Int64(std::int64_t value) { return take_whole(value); }
  bool Uint64(std::uint64_t value) { return take_whole(value); }
  bool Double(double /*value*/) { return take_other(); }
  bool Bool(bool /*value*/) { return take_other(); }
  bool Null() { return take_other(); }
  bool RawNumber(const char* /*begin*/, rapidjson::SizeType /*size*/, bool /*copy*/) { return take_other(); }

  /// None: something is not in the plain way.
  std::optional<LineFields> picked() {
    using Kind = FieldValue::Kind;
    if (id_.kind == Kind::other || (id_.kind == Kind::string && id_.text.empty()) || (options_.id_field && id_.kind == Kind::none)) return std::nullopt;
    const auto text = std::find_if(texts_.begin(), texts_.end(), [](const FieldValue& value) { return value.kind == Kind::string; });
    if (text == texts_.end()) return std::nullopt;
    LineFields fields;
    if (id_.kind != Kind::none) fields.id = std::move(id_.text);
    fields.text = std::move(text->text);
    if (title_.kind == Kind::string) fields.title = std::move(title_.text);
    // Half of a pair of surrogates makes bytes that are no UTF-8.
    if (!is_valid_utf8(fields.text) || !is_valid_utf8(fields.title) || (fields.id && !is_valid_utf8(*fields.id))) return std::nullopt;
    return fields;
  }

 private:
  std::size_t rank_of_text(std::string_view name) const {
    if (options_.text_field) return name == *options_.text_field ? 0 : texts_.size();
    const auto& usual = usual_text_fields;
    return static_cast<std::size_t>(std::find(usual.begin(), usual.end(), name) - usual.begin());
  }

  /// The value of the field just named; false where there is no object around it.
  template <typename Text>
  bool take(FieldValue::Kind kind, const Text& text) {
    if (depth_ == 1) {
      for (FieldValue* value : into_) *value = {kind, text()};
    }
    return depth_ > 0;
  }
  bool take_other() {
    return take(FieldValue::Kind::other, [] { return std::string(); });
  }
  template <typename Number>
  bool take_whole(Number value) {
    return take(FieldValue::Kind::whole_number, [=] { return std::to_string(value); });
  }

  bool open() {
    if (depth_ == 1) take_other();
    ++depth_;
    return true;
  }
  bool close() {
    --depth_;
    return true;
  }

  const InputOptions& options_;
  std::string_view id_name_;
  std::size_t depth_ = 0;
  std::vector<FieldValue*> into_;  // what the field just named is wanted for
  FieldValue id_;
  FieldValue title_;
  std::array<FieldValue, usual_text_fields.size()> texts_;
};

}  // namespace

std::optional<LineFields> read_line_fields(std::string& json, std::size_t begin, const InputOptions& options) {
  json.reserve(json.size() + bytes_read_at_once);
  rapidjson::StringStream stream(json.c_str() + begin);
  rapidjson::Reader reader;
  FieldPicker picker(options);
  // Not recursive: values may be nested as deep as the line is long.
  reader.Parse<rapidjson::kParseIterativeFlag>(stream, picker);
  // It ends at a zero byte, too.
  if (reader.HasParseError() || stream.Tell() != json.size() - begin) return std::nullopt;
  return picker.picked();
}

}  // namespace onrecord
