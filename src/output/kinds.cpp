#include "onrecord/output/kinds.h"

#include <algorithm>
#include <array>
#include <variant>

#include "onrecord/extract/record/record_kinds.h"

namespace onrecord {
namespace {

constexpr std::array<std::string_view, 9> common_keys = {"type", "id", "doc", "text", "span", "bytes", "line", "rule", "confidence"};

}  // namespace

std::vector<std::string> record_kinds(const RuleSet& rules) {
  std::vector<std::string> kinds(standard_kinds.begin(), standard_kinds.end() - 1);
  for (const TypeId type : custom_kinds(rules)) kinds.push_back(rules.types()[type].name);
  kinds.emplace_back(standard_kinds.back());
  return kinds;
}

std::string_view kind_of(const Record& record) {
  struct Kind {
    std::string_view operator()(const SpeakerRecord&) const { return "speaker"; }
    std::string_view operator()(const QuoteRecord&) const { return "quote"; }
    std::string_view operator()(const ClaimRecord&) const { return "claim"; }
    std::string_view operator()(const FaqRecord&) const { return "faq"; }
    std::string_view operator()(const CustomRecord& custom) const { return custom.type; }
  };
  return std::visit(Kind{}, record);
}

bool is_wanted(std::string_view kind, const std::vector<std::string>& kinds) {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::string key_of_field(std::string_view name) {
  std::string key{name};
  if (std::find(common_keys.begin(), common_keys.end(), name) != common_keys.end()) key += '_';
  return key;
}

}  // namespace onrecord
