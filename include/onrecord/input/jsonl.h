#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "onrecord/input/documents.h"

namespace onrecord {

/// How many units there are in lines of JSONL. Lines end in '\n', which the last may lack.
std::uint64_t count_units(std::string_view lines);

/// Gives the documents of a block of JSONL to `take`, as `read_piece` does. False: `take` wants no more.
bool read_lines(const LineBlock& block, std::uint64_t first_unit, const InputOptions& options, const std::function<bool(Input)>& take);

}  // namespace onrecord
