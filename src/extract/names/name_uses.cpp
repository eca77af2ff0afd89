#include "onrecord/extract/names/name_uses.h"

#include <algorithm>

namespace onrecord {

/// Keys are small numbers, so the uses are dealt out to them; as a rule they are added by place already.
void NameUses::sort() {
  WordForm last = 0;
  for (const Added& added : added_) last = std::max(last, added.key);
  first_.assign(last + 2, 0);
  for (const Added& added : added_) ++first_[added.key + 1];
  for (WordForm key = 0; key <= last; ++key) first_[key + 1] += first_[key];
  uses_.resize(added_.size());
  std::vector<std::uint32_t> next(first_);
  for (const Added& added : added_) uses_[next[added.key]++] = added.use;
  const auto earlier = [](const Use& a, const Use& b) { return a.offset < b.offset; };
  for (WordForm key = 0; key <= last; ++key) {
    const auto begin = uses_.begin() + first_[key], end = uses_.begin() + first_[key + 1];
    if (!std::is_sorted(begin, end, earlier)) std::stable_sort(begin, end, earlier);
  }
}

}  // namespace onrecord
