#pragma once

#include <cstdint>

#include "onrecord/input/documents.h"

namespace onrecord {

/// Whether the unit with this number, counted from 0, belongs to the shard.
inline bool is_in_shard(std::uint64_t unit, const InputOptions& options) { return options.shards <= 1 || unit % options.shards == options.shard; }

/// Whether the unit, which belongs to the shard, is one of those done already.
inline bool is_done(std::uint64_t unit, const InputOptions& options) { return unit / options.shards < options.skip_units; }

}  // namespace onrecord
