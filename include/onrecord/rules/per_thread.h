#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace onrecord {

/// What threads keep for one owner each on its own, so that they need no lock: the identity of the owner.
class PerThread {
 public:
  PerThread();
  ~PerThread();
  PerThread(const PerThread&) = delete;
  PerThread& operator=(const PerThread&) = delete;

  /// What this thread keeps for the owner; made by `make` (a `std::unique_ptr<T>`) when there is nothing yet. Lives until the thread
  /// ends or another owner takes the place.
  template <typename T, typename Make>
  T& get(const Make& make) const {
    struct Kept {
      std::uint64_t owner = 0;
      std::unique_ptr<T> value;
    };
    thread_local std::vector<Kept> kept;
    if (place_ >= kept.size()) kept.resize(place_ + 1);
    Kept& own = kept[place_];
    if (own.owner != owner_) {
      own.value = make();
      own.owner = owner_;
    }
    return *own.value;
  }

 private:
  std::uint64_t owner_;  // never given twice
  std::size_t place_;    // among the owners alive; given again
};

}  // namespace onrecord
