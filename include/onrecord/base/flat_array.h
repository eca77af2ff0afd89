#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace onrecord {

/// A sequence of plain values that is made once: either its own, or a view of an image that outlives it, so that tables
/// made when the program was built need no making when it starts. Moves, but is not copied.
template <typename Value>
class FlatArray {
  static_assert(std::has_unique_object_representations_v<Value> && std::is_trivially_copyable_v<Value>,
                "an image holds the bytes of values, so that equal ones must be the same bytes");

 public:
  FlatArray() = default;
  explicit FlatArray(const std::vector<Value>& values) {
    if (values.empty()) return;
    own_ = std::make_unique_for_overwrite<Value[]>(values.size());
    std::copy(values.begin(), values.end(), own_.get());
    view_ = {own_.get(), values.size()};
  }
  /// `values` must outlive it.
  static FlatArray over(std::span<const Value> values) {
    FlatArray result;
    result.view_ = values;
    return result;
  }
  FlatArray(FlatArray&& other) noexcept : own_(std::move(other.own_)), view_(std::exchange(other.view_, {})) {}
  FlatArray& operator=(FlatArray&& other) noexcept {
    own_ = std::move(other.own_);
    view_ = std::exchange(other.view_, {});
    return *this;
  }
  FlatArray(const FlatArray&) = delete;
  FlatArray& operator=(const FlatArray&) = delete;
  ~FlatArray() = default;

  const Value& operator[](std::size_t i) const { return view_[i]; }
  std::size_t size() const { return view_.size(); }
  bool empty() const { return view_.empty(); }
  const Value* data() const { return view_.data(); }
  const Value* begin() const { return view_.data(); }
  const Value* end() const { return view_.data() + view_.size(); }

 private:
  std::unique_ptr<Value[]> own_;  // smaller than a vector, of which most would stay empty
  std::span<const Value> view_;
};

}  // namespace onrecord
