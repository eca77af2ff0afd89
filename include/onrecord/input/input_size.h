#pragma once

#include <cstdint>
#include <optional>

#include "onrecord/input/documents.h"

namespace onrecord {

/// How many bytes there are to read, for all shards together divided by their number. None where that cannot be known
/// beforehand: of standard input, of pipes, of a list that comes through one.
std::optional<std::uint64_t> input_size(const InputOptions& options);

}  // namespace onrecord
