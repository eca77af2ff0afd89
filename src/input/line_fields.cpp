#include "onrecord/input/line_fields.h"

#include <simdjson.h>

#include <algorithm>
#include <string_view>

namespace onrecord {

struct LineFieldsReader::Parser {
  simdjson::dom::parser parser;
};

namespace {

using simdjson::dom::element;

std::optional<std::string> id_of(const element& value) {
  if (value.is_string()) return std::string(value.get_string().value_unsafe());
  if (value.is_int64()) return std::to_string(value.get_int64().value_unsafe());
  if (value.is_uint64()) return std::to_string(value.get_uint64().value_unsafe());
  return std::nullopt;
}

/// Picks the fields out of an object as they come by.
class FieldPicker {
 public:
  explicit FieldPicker(const InputOptions& options) : options_(options), id_name_(options.id_field ? std::string_view(*options.id_field) : LineFieldsReader::usual_id_field) {}

  void take(std::string_view name, const element& value) {
    if (name == id_name_) id_ = value;
    if (options_.title_field && name == *options_.title_field) title_ = value;
    if (const std::size_t rank = rank_of_text(name); rank < texts_.size()) texts_[rank] = value;
  }

  std::optional<LineFields> picked() const {
    LineFields fields;
    if (id_) fields.id = id_of(*id_);
    if (id_.has_value() != fields.id.has_value() || (options_.id_field && !fields.id)) return std::nullopt;
    const auto text = std::find_if(texts_.begin(), texts_.end(), [](const auto& value) { return value && value->is_string(); });
    if (text == texts_.end()) return std::nullopt;
    fields.text = (*text)->get_string().value_unsafe();
    if (title_ && title_->is_string()) fields.title = title_->get_string().value_unsafe();
    return fields;
  }

 private:
  std::size_t rank_of_text(std::string_view name) const {
    if (options_.text_field) return name == *options_.text_field ? 0 : texts_.size();
    const auto& usual = LineFieldsReader::usual_text_fields;
    return static_cast<std::size_t>(std::find(usual.begin(), usual.end(), name) - usual.begin());
  }

  const InputOptions& options_;
  std::string_view id_name_;
  std::optional<element> id_;
  std::optional<element> title_;
  std::array<std::optional<element>, LineFieldsReader::usual_text_fields.size()> texts_;
};

}  // namespace

LineFieldsReader::LineFieldsReader() : parser_(std::make_unique<Parser>()) {}
LineFieldsReader::~LineFieldsReader() = default;
LineFieldsReader::LineFieldsReader(LineFieldsReader&&) noexcept = default;

std::optional<LineFields> LineFieldsReader::read(std::string& json, std::size_t begin, const InputOptions& options) {
  json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
  simdjson::dom::object object;
  if (parser_->parser.parse(json.data() + begin, json.size() - begin, false).get(object) != simdjson::SUCCESS) return std::nullopt;
  FieldPicker picker(options);
  for (const simdjson::dom::key_value_pair& field : object) picker.take(field.key, field.value);
  return picker.picked();
}

}  // namespace onrecord
