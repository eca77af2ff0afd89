#include "onrecord/pipeline/run_summary.h"

#include <numeric>

namespace onrecord {
namespace {

std::uint64_t sum_of(const std::map<std::string, std::uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}, [](std::uint64_t sum, const auto& count) { return sum + count.second; });
}

}  // namespace

std::uint64_t RunSummary::error_count() const { return sum_of(errors); }
std::uint64_t RunSummary::record_count() const { return sum_of(records); }

}  // namespace onrecord
