#include "onrecord/text/outer_quotations.h"

#include <algorithm>

namespace onrecord {

OuterQuotations::OuterQuotations(const Document& document)
    : document_(document), next_part_(document.quotations.size(), none), part_before_(document.quotations.size(), none) {
  std::vector<std::uint32_t> last_of_group(document.quotations.size(), none);
  for (std::uint32_t i = 0; i < document.quotations.size(); ++i) {
    const Quotation& quotation = document.quotations[i];
    if (quotation.depth > 0) continue;
    all_.push_back(i);
    std::uint32_t& last = last_of_group[quotation.group];
    part_before_[i] = last;
    if (last != none) next_part_[last] = i;
    last = i;
  }
}

std::size_t OuterQuotations::first_ending_behind(std::uint32_t offset) const {
  const auto ends_before = [&](std::uint32_t quotation, std::uint32_t at) { return document_.quotations[quotation].span.end <= at; };
  return static_cast<std::size_t>(std::lower_bound(all_.begin(), all_.end(), offset, ends_before) - all_.begin());
}

std::uint32_t OuterQuotations::at(Span span) const {
  if (span.empty()) return none;
  const std::size_t place = first_ending_behind(span.begin);
  if (place == all_.size()) return none;
  const Quotation& found = document_.quotations[all_[place]];
  return found.inner == span || found.span == span ? all_[place] : none;
}

std::uint32_t OuterQuotations::last_before(std::uint32_t offset) const {
  const std::size_t behind = first_ending_behind(offset);
  return behind == 0 ? none : all_[behind - 1];
}

std::vector<std::uint32_t> OuterQuotations::overlapping(Span span) const {
  std::vector<std::uint32_t> result;
  for (std::size_t i = first_ending_behind(span.begin); i < all_.size() && document_.quotations[all_[i]].span.begin < span.end; ++i) result.push_back(all_[i]);
  return result;
}

}  // namespace onrecord
