#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "onrecord/rules/word_table.h"

namespace onrecord {

/// Where an article used words for somebody, by word and place.
class NameUses {
 public:
  struct Use {
    std::uint32_t offset = 0;
    std::uint32_t named = 0;  ///< index into `Names::all`
  };

  void clear() { added_.clear(); }
  void add(WordForm key, Use use) { added_.push_back({key, use}); }
  /// What was added is found from here on.
  void sort();
  /// By place; at one place in the order in which they were added.
  std::span<const Use> of(WordForm key) const {
    if (key + 1 >= first_.size()) return {};
    return {uses_.data() + first_[key], uses_.data() + first_[key + 1]};
  }

 private:
  struct Added {
    WordForm key;
    Use use;
  };

  std::vector<Added> added_;
  std::vector<Use> uses_;             // those of one key behind those of another
  std::vector<std::uint32_t> first_;  // by key: where its uses begin
};

}  // namespace onrecord
