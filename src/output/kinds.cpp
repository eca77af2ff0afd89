#include "onrecord/output/kinds.h"

#include <algorithm>
#include <array>

namespace onrecord {
namespace {

constexpr std::array<std::string_view, 6> standard_kinds = {"document", "speaker", "quote", "claim", "faq", "error"};
constexpr std::array<std::string_view, 9> common_keys = {"type", "id", "doc", "text", "span", "bytes", "line", "rule", "confidence"};

template <std::size_t size>
bool is_among(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::vector<TypeId> custom_kinds(const RuleSet& rules) {
  std::vector<TypeId> kinds;
  for (TypeId type = 0; type < rules.types().size(); ++type)
    if (rules.types()[type].exported && !is_among(rules.types()[type].name, standard_kinds)) kinds.push_back(type);
  return kinds;
}

std::vector<std::string> record_kinds(const RuleSet& rules) {
  std::vector<std::string> kinds(standard_kinds.begin(), standard_kinds.end() - 1);
  for (const TypeId type : custom_kinds(rules)) kinds.push_back(rules.types()[type].name);
  kinds.emplace_back(standard_kinds.back());
  return kinds;
}

std::string key_of_field(std::string_view name) {
  std::string key{name};
  if (is_among(name, common_keys)) key += '_';
  return key;
}

}  // namespace onrecord
