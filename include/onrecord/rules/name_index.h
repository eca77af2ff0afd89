#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "onrecord/rules/word_table.h"

namespace onrecord {

/// Numbers of things that have names, from 0 on in the order in which they were added. Of two that are called the same the first is
/// found.
class NameIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void add(std::string_view name) {
    if (names_.add(name) > numbers_.size()) numbers_.push_back(count_);
    ++count_;
  }
  /// `none` where nothing is called so.
  std::uint32_t find(std::string_view name) const {
    const WordForm found = names_.find(name);
    return found == 0 ? none : numbers_[found - 1];
  }

 private:
  WordTableBuilder names_;
  std::vector<std::uint32_t> numbers_;  // by name
  std::uint32_t count_ = 0;
};

}  // namespace onrecord
