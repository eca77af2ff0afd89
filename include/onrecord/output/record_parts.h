#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "onrecord/extract/record/record.h"
#include "onrecord/output/record_writer.h"

namespace onrecord {

/// The id of the document's own record.
std::string id_of(const DocumentFacts& facts);
std::string id_of(const ErrorRecord& error);

/// How many records there are of each kind that an extraction has: of `kinds` (see `record_kinds`) all but `document` and `error`.
std::vector<std::pair<std::string_view, std::uint64_t>> counts_of(const std::vector<std::string>& kinds, const std::vector<Record>& records);

/// The value of a field of a kind that the rules declare; null: it has none.
const std::variant<std::string, Quoted>* value_of(const CustomRecord& record, std::string_view field);

}  // namespace onrecord
