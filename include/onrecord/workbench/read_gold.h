#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "onrecord/base/diagnostics.h"
#include "onrecord/evaluate/gold.h"

namespace onrecord {

/// Gives the articles of gold files, of which "-" is standard input, to `take`, in their order, and what cannot be read to
/// `report`. Returns how many articles and files could not be read.
std::uint64_t read_gold(const std::vector<std::string>& paths, const std::function<void(const GoldArticle&)>& take,
                        const std::function<void(const Diagnostic&)>& report);

}  // namespace onrecord
