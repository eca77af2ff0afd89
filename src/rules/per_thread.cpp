#include "onrecord/rules/per_thread.h"

#include <mutex>

namespace onrecord {
namespace {

struct Places {
  std::mutex mutex;
  std::vector<std::size_t> free;
  std::size_t given = 0;
  std::uint64_t owners = 0;
};

Places& places() {
  static auto& all = *new Places;  // outlives every owner, also those that are static
  return all;
}

}  // namespace

PerThread::PerThread() {
  Places& all = places();
  const std::lock_guard lock(all.mutex);
  owner_ = ++all.owners;
  if (all.free.empty()) {
    place_ = all.given++;
  } else {
    place_ = all.free.back();
    all.free.pop_back();
  }
}

PerThread::~PerThread() {
  Places& all = places();
  const std::lock_guard lock(all.mutex);
  all.free.push_back(place_);
}

}  // namespace onrecord
