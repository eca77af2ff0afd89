#pragma once

#include <cstdint>
#include <vector>

#include "onrecord/base/span.h"
#include "onrecord/text/document.h"

namespace onrecord {

/// The outermost quotations of a document, found by place. They do not overlap. Refers to the document; quotations are
/// given as indices into `Document::quotations`.
class OuterQuotations {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  explicit OuterQuotations(const Document& document);

  /// All of them, by place.
  const std::vector<std::uint32_t>& all() const { return all_; }
  /// The one that `span` is, with or without its marks; `none`: none.
  std::uint32_t at(Span span) const;
  /// The last one that ends at or before `offset`; `none`: none.
  std::uint32_t last_before(std::uint32_t offset) const;
  /// Those that overlap `span`, by place.
  std::vector<std::uint32_t> overlapping(Span span) const;
  /// The next part of the same quotation, in a paragraph below; `none`: it was the last.
  std::uint32_t next_part(std::uint32_t quotation) const { return next_part_[quotation]; }
  /// The part before, in a paragraph above; `none`: it is the first.
  std::uint32_t part_before(std::uint32_t quotation) const { return part_before_[quotation]; }

 private:
  /// Place in `all_` of the first that ends behind `offset`.
  std::size_t first_ending_behind(std::uint32_t offset) const;

  const Document& document_;
  std::vector<std::uint32_t> all_;
  std::vector<std::uint32_t> next_part_;  // of each quotation of the document
  std::vector<std::uint32_t> part_before_;
};

}  // namespace onrecord
