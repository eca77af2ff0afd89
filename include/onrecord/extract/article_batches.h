#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "onrecord/extract/extract.h"

namespace onrecord {

/// Collects what articles come from (with a member `text`) until there is enough text to be worked on together.
template <typename Item>
class ArticleBatches {
 public:
  /// `run` gets each batch, in order.
  explicit ArticleBatches(std::function<void(const std::vector<Item>&)> run) : run_(std::move(run)) {}

  void add(Item item) {
    bytes_ += item.text.size();
    items_.push_back(std::move(item));
    if (bytes_ >= bytes_together) finish();
  }
  /// No more will come, or not soon.
  void finish() {
    if (!items_.empty()) run_(items_);
    items_.clear();
    bytes_ = 0;
  }

 private:
  std::function<void(const std::vector<Item>&)> run_;
  std::vector<Item> items_;
  std::size_t bytes_ = 0;  // of text
};

}  // namespace onrecord
