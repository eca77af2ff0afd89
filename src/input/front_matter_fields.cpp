#include "onrecord/input/front_matter_fields.h"

#include <nlohmann/json.hpp>

namespace onrecord {
namespace {

nlohmann::json json_of(const FrontMatter::Field* field) {
  if (field == nullptr) return nullptr;
  if (field->is_list) return field->values;
  return field->values.empty() ? nlohmann::json(nullptr) : nlohmann::json(field->values.front());
}

}  // namespace

std::vector<std::string> front_matter_fields(const FrontMatter& front, const std::vector<std::string>& names) {
  std::vector<std::string> fields;
  for (const std::string& name : names) fields.push_back(json_of(front.find(name)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  return fields;
}

}  // namespace onrecord
