#include "onrecord/output/record_parts.h"

#include <algorithm>

#include "onrecord/base/digest.h"
#include "onrecord/output/kinds.h"

namespace onrecord {

std::string id_of(const DocumentFacts& facts) { return record_id(facts.sha256, "document", ""); }

std::string id_of(const ErrorRecord& error) { return record_id(error.source, "error", error.doc + '\n' + error.code); }

std::vector<std::pair<std::string_view, std::uint64_t>> counts_of(const std::vector<std::string>& kinds, const std::vector<Record>& records) {
  std::vector<std::pair<std::string_view, std::uint64_t>> counts;
  for (const std::string& kind : kinds) {
    if (kind == "document" || kind == "error") continue;
    const auto is_kind = [&kind](const Record& record) { return kind_of(record) == kind; };
    counts.emplace_back(kind, static_cast<std::uint64_t>(std::count_if(records.begin(), records.end(), is_kind)));
  }
  return counts;
}

const std::variant<std::string, Quoted>* value_of(const CustomRecord& record, std::string_view field) {
  const auto found = std::find_if(record.fields.begin(), record.fields.end(), [&](const auto& one) { return one.first == field; });
  return found == record.fields.end() ? nullptr : &found->second;
}

}  // namespace onrecord
