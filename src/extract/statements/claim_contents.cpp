#include "onrecord/extract/statements/claim_contents.h"

#include <algorithm>

namespace onrecord {

void ClaimContents::add(Span content) {
  contents_.insert(std::upper_bound(contents_.begin(), contents_.end(), content), content);
  longest_ = std::max(longest_, content.size());
}

bool ClaimContents::cross(Span content) const {
  const Span first_in_reach{content.begin > longest_ ? content.begin - longest_ : 0, 0};
  for (auto other = std::lower_bound(contents_.begin(), contents_.end(), first_in_reach); other != contents_.end() && other->begin < content.end; ++other) {
    if (other->overlaps(content) && !other->contains(content) && !content.contains(*other)) return true;
  }
  return false;
}

}  // namespace onrecord
